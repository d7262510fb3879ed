package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.ledger.NumberedStatement;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** What a replay changes in the list of objects. */
@ApplicationScoped
class ReplayTable {
  private static final NumberedStatement AGAIN =
      new NumberedStatement(
          """
      UPDATE inlet_object SET state = 'PENDING', attempts = 0, not_before = now(),
        finished_at = NULL
      WHERE id = $1 AND state = 'FAILED'""");

  private static final NumberedStatement RECOUNT =
      new NumberedStatement(
          """
      UPDATE inlet_object SET recorded = recorded + $2, duplicate = duplicate + $3,
        conflict = conflict + $4, rejected = rejected + $5
      WHERE id = $1""");

  /** Has a failed object read again, behind the lines that are done. */
  void readAgain(Connection transaction, long objectId) throws SQLException {
    AGAIN.update(transaction, objectId);
  }

  /**
   * Counts a line under its new outcome instead of its old one.
   *
   * @param wasConflict whether it was counted as a conflict, else as rejected
   * @param now the new outcome
   */
  void recount(Connection transaction, long objectId, boolean wasConflict, OutcomeCounts now)
      throws SQLException {
    RECOUNT.update(
        transaction,
        objectId,
        now.recorded(),
        now.duplicate(),
        now.conflict() - (wasConflict ? 1 : 0),
        now.rejected() - (wasConflict ? 0 : 1));
  }
}
