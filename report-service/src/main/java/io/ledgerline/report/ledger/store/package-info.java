/** What report-service has found out about the ledger, in PostgreSQL. */
package io.ledgerline.report.ledger.store;
