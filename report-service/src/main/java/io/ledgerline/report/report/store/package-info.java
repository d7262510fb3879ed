/** Report runs in PostgreSQL. */
package io.ledgerline.report.report.store;
