package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.ingest.ledger.partition.Horizon;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.problem.DependencyUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Transactions over JDBC. Blocks. */
@ApplicationScoped
class Transactions {
  /** Serialisation failure and deadlock: nothing was done, doing it again is the remedy. */
  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

  private static final int REPETITIONS = 5;
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  private final DataSource database;
  private final Horizon horizon;

  Transactions(DataSource database, Horizon horizon) {
    this.database = database;
    this.horizon = horizon;
  }

  /**
   * What is done in a transaction.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Work<T> {
    /** Does it; called again when the transaction has to be repeated. */
    T in(Connection connection) throws SQLException;
  }

  /**
   * Does work in a transaction of its own and commits it.
   *
   * @throws DependencyUnavailable when the database is away; whether the commit happened is unknown
   */
  <T> T run(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (attempt <= REPETITIONS && Horizon.isClosedMonth(e)) {
          // A month was closed since it was planned; the next attempt knows.
          horizon.refresh().await().indefinitely();
          continue;
        }
        boolean away = DependencyFailures.isAway(e);
        // The pool may have kept connections that a restart of the server has cut.
        boolean again =
            away ? attempt == 1 : attempt <= REPETITIONS && isWorthRepeating(e.getSQLState());
        if (!again) {
          throw away
              ? new DependencyUnavailable("the database", e)
              : new IllegalStateException("a statement failed", e);
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }

  private <T> T once(Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        commit(connection);
        return result;
      } catch (SQLException | RuntimeException e) {
        try {
          connection.rollback();
        } catch (SQLException second) {
          e.addSuppressed(second);
        }
        throw e;
      }
    }
  }

  /** Where the connection breaks here, it may be done; only who asked can ask again. */
  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new DependencyUnavailable("the database", e);
    }
  }

  private static boolean isWorthRepeating(String sqlState) {
    return sqlState != null && WORTH_REPEATING.contains(sqlState);
  }
}
