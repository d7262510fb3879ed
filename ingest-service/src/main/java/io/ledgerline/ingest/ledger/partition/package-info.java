/** Monthly partitions of the ledger: made ahead, and on demand for what arrives late. */
package io.ledgerline.ingest.ledger.partition;
