package io.ledgerline.ingest.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a caller wants to happen in the same transaction as the recording, so that both are there or
 * neither: an inlet's progress, for example.
 */
@FunctionalInterface
public interface Afterwards {
  /** Nothing further. */
  Afterwards NOTHING = (connection, outcomes) -> {};

  /**
   * Called once the outcomes are known, before the commit, on a thread that may block; called again
   * when the transaction has to be repeated.
   *
   * @param connection inside the transaction, which other calls may share; never to be committed,
   *     rolled back or closed here
   * @param outcomes one per event, in the order given
   * @throws RuntimeException to roll this call back; what it shared the transaction with is done
   *     again without it
   * @throws SQLException likewise
   */
  void in(Connection connection, List<Outcome> outcomes) throws SQLException;
}
