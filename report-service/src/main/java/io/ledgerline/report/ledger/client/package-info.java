/** Reads the ledger over ingest-service's REST interface. Blocking: for virtual threads. */
package io.ledgerline.report.ledger.client;
