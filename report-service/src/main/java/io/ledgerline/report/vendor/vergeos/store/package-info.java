/** Billing records in PostgreSQL. */
package io.ledgerline.report.vendor.vergeos.store;
