/**
 * The words that all of Ledgerline shares: records that check themselves, free of any framework.
 */
package io.ledgerline.contracts;
