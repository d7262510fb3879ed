/** Samples in PostgreSQL. */
package io.ledgerline.report.gauge.store;
