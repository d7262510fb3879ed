package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.message.UsageBatch;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Reads committed batches back from the ledger. */
public interface BatchReader {
  /**
   * The message of a batch, the same as right after its commit.
   *
   * @return fails when there is no such batch, or when its rows are not what was committed
   */
  Uni<UsageBatch> read(UUID batchId);
}
