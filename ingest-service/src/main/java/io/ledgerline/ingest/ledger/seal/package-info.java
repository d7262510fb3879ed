/**
 * Seals: numbers that are given to batches after their commit, in order, by one sealer at a time.
 *
 * <p>A batch is sealed when it is committed and visible; from then on the set of batches with a
 * number up to any given one never changes, which is what makes it a watermark. The order is that
 * of the transactions' numbers among what one sealing finds. A sealing does not wait for
 * transactions that are still running: their batches get later numbers. Waiting for them (a batch's
 * {@code tx} below {@code pg_snapshot_xmin}) would add nothing to that promise, but any long
 * transaction in the same database server would hold back what is committed and answered.
 */
package io.ledgerline.ingest.ledger.seal;
