package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.message.UsageBatch;
import java.util.List;

/** Hears of batches right after their commit. */
public interface CommitListener {
  /**
   * Called on the thread that committed; must neither block nor throw. A batch that is not taken up
   * here is found in the outbox later.
   *
   * @param batches committed, in the order of their batch numbers; at least one
   */
  void committed(List<UsageBatch> batches);
}
