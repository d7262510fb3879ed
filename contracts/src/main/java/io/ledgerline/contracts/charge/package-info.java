/** Words of charges in Smarter's form: accounts by number, kinds of charges, providers. Pure. */
package io.ledgerline.contracts.charge;
