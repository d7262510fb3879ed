/** Months that are fixed, as they stand in the database. */
package io.ledgerline.report.report.chargeback.store;
