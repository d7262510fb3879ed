package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.message.UsageBatch;
import java.time.Instant;

/**
 * A batch that is in the ledger.
 *
 * @param batch what was written
 * @param batchNo its number, by which its rows are found
 * @param postedAt posting time: when the transaction began
 */
public record CommittedBatch(NewBatch batch, long batchNo, Instant postedAt) {
  /** The message that says so; made anew with each call. */
  public UsageBatch message() {
    return BatchAssembly.message(
        batch.id(), batch.tenant(), postedAt, batch.rows().stream().map(LedgerRow::fact).toList());
  }
}
