package io.ledgerline.ingest.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * What a caller wants to happen in the same transaction as the recording, so that both are there or
 * neither: an inlet's progress, for example.
 */
@FunctionalInterface
public interface Afterwards {
  /** Nothing further. */
  Afterwards NOTHING = (connection, outcomes) -> Uni.createFrom().voidItem();

  /**
   * Called once the outcomes are known, before the commit; called again when the transaction has to
   * be repeated.
   *
   * @param connection inside the transaction; never to be committed, rolled back or closed here
   * @param outcomes one per event, in the order given
   * @return fails to roll everything back
   */
  Uni<Void> in(SqlConnection connection, List<Outcome> outcomes);
}
