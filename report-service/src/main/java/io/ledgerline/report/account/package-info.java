/** The accounts at sources that usage came from. */
package io.ledgerline.report.account;
