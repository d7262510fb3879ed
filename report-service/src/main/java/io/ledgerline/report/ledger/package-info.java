/** What report-service reads of ingest-service's ledger: watermark, control totals, detail. */
package io.ledgerline.report.ledger;
