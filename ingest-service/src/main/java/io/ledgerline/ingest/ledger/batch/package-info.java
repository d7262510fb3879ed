/**
 * How accepted events become batches and messages. Pure: no CDI, no database, no clock.
 *
 * <p>A batch is assembled twice in its life at most: from memory right after its commit, and from
 * the ledger when it has to be published again. Both go through {@link
 * io.ledgerline.ingest.ledger.batch.BatchAssembly}, so that both say the same.
 */
package io.ledgerline.ingest.ledger.batch;
