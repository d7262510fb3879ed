/** Sums of usage per quarter hour: pure tallying; what the database does lies below. */
package io.ledgerline.report.rollup;
