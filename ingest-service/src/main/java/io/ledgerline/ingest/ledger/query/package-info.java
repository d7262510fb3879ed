/** Questions to the ledger: batches to be published again, control totals, event detail. */
package io.ledgerline.ingest.ledger.query;
