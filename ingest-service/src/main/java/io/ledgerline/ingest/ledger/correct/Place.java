package io.ledgerline.ingest.ledger.correct;

/**
 * Where a row of the ledger is.
 *
 * @param batchNo number of its batch
 * @param position place in the batch, from 0
 */
record Place(long batchNo, int position) {}
