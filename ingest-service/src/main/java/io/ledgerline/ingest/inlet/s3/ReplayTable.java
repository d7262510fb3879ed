package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** What a replay changes in the list of objects. */
@ApplicationScoped
class ReplayTable {
  private static final String AGAIN =
      """
      UPDATE inlet_object SET state = 'PENDING', attempts = 0, not_before = now(),
        finished_at = NULL
      WHERE id = $1 AND state = 'FAILED'""";

  private static final String RECOUNT =
      """
      UPDATE inlet_object SET recorded = recorded + $2, duplicate = duplicate + $3,
        conflict = conflict + $4, rejected = rejected + $5
      WHERE id = $1""";

  /** Has a failed object read again, behind the lines that are done. */
  Uni<Void> readAgain(SqlClient transaction, long objectId) {
    return transaction.preparedQuery(AGAIN).execute(Tuple.of(objectId)).replaceWithVoid();
  }

  /**
   * Counts a line under its new outcome instead of its old one.
   *
   * @param wasConflict whether it was counted as a conflict, else as rejected
   * @param now the new outcome
   */
  Uni<Void> recount(SqlClient transaction, long objectId, boolean wasConflict, OutcomeCounts now) {
    return transaction
        .preparedQuery(RECOUNT)
        .execute(
            Tuple.of(
                objectId,
                now.recorded(),
                now.duplicate(),
                now.conflict() - (wasConflict ? 1 : 0),
                now.rejected() - (wasConflict ? 0 : 1)))
        .replaceWithVoid();
  }
}
