package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.message.UsageBatch;
import java.util.List;
import java.util.function.Supplier;

/** Hears of batches right after their commit. */
public interface CommitListener {
  /**
   * Called on the thread that committed, after the callers were answered; must not throw. It may
   * wait for some milliseconds, which slows the ledger down to what its reader takes. A batch that
   * is not taken up here is found in the outbox later.
   *
   * @param batches what makes the message of each batch, in the order of their numbers; at least
   *     one
   */
  void committed(List<Supplier<UsageBatch>> batches);
}
