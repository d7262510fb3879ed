/**
 * Monthly partitions of the ledger: made ahead, and on demand for what arrives late; and the
 * horizon, before which none is made any more.
 */
package io.ledgerline.ingest.ledger.partition;
