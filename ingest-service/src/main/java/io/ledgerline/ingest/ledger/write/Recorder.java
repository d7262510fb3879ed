package io.ledgerline.ingest.ledger.write;

import io.agroal.api.AgroalDataSource;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.ledger.CommitListener;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import io.ledgerline.ingest.ledger.partition.Horizon;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Records groups of calls, each group in one transaction, and answers them. Blocks; for the
 * ledger's writer threads.
 *
 * <pre>
 * hopeful: keys by COPY ── one is known ──► again: keys by ON CONFLICT, for some transactions
 *          │                            ├─ a month is closed ──► the horizon is asked for; again
 *          │                            ├─ deadlock or the like ──► again, a little later
 *          │                            ├─ connection lost ──► once more over a new one; whatever
 *          │                            │    was committed with the old one is a duplicate then
 *        commit                         └─ anything else ──► each call of the group by itself
 *          │
 *   answers, listeners
 * </pre>
 */
@ApplicationScoped
class Recorder {
  /** Serialisation failure and deadlock: nothing was done, doing it again is the remedy. */
  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

  private static final Logger LOG = Logger.getLogger(Recorder.class);
  private static final int REPETITIONS = 5;
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  /** So many transactions go the careful way after one in which an event was known. */
  private static final int CAREFUL = 16;

  /** So long the database may keep silent within a transaction. */
  private static final int SILENCE_MILLIS = 15_000;

  private final AgroalDataSource database;
  private final List<CommitListener> listeners;
  private final LedgerConfig config;
  private final Horizon horizon;
  private final DistributionSummary batchSizes;

  /** Shared by the writers without a lock: a guess, right or wrong, changes only the speed. */
  private volatile int carefulTransactions;

  Recorder(
      AgroalDataSource database,
      @All List<CommitListener> listeners,
      LedgerConfig config,
      Horizon horizon,
      MeterRegistry metrics) {
    this.database = database;
    this.listeners = listeners;
    this.config = config;
    this.horizon = horizon;
    this.batchSizes =
        DistributionSummary.builder("ledgerline.ledger.batch.events")
            .description("Events in a committed batch")
            .register(metrics);
  }

  /** Records the calls and completes their answers, with what was done or with why it was not. */
  void record(List<Call> calls) {
    try {
      Recording.Done done = commit(new Recording(calls, config.relayAfter(), horizon));
      for (int i = 0; i < calls.size(); i++) {
        calls.get(i).answer().complete(done.outcomes().get(i));
      }
      announce(done.batches());
    } catch (SQLException | RuntimeException e) {
      if (calls.size() > 1 && !DependencyFailures.isAway(e)) {
        calls.forEach(call -> record(List.of(call)));
      } else {
        calls.forEach(call -> call.answer().completeExceptionally(failure(e)));
      }
    }
  }

  private Recording.Done commit(Recording recording) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      boolean hopeful = carefulTransactions == 0;
      try (Connection connection = database.getConnection()) {
        return commit(connection, recording, hopeful);
      } catch (SQLException e) {
        boolean away = DependencyFailures.isAway(e);
        if (away) {
          // The others broke with it; without this each would be found out by a caller.
          database.flush(AgroalDataSource.FlushMode.GRACEFUL);
        }
        if (hopeful && KeyTable.UNIQUE_VIOLATION.equals(e.getSQLState())) {
          carefulTransactions = CAREFUL;
        } else if (away && attempt == 1 && !(e instanceof CommitInDoubt)) {
          LOG.debugf("Once more, over a new connection: %s", e.getMessage());
        } else if (attempt > REPETITIONS || !mended(e)) {
          throw e;
        }
      }
    }
  }

  /** Does what makes it worth trying again; false when nothing does. */
  private boolean mended(SQLException failure) {
    if (Horizon.isClosedMonth(failure)) {
      horizon.refresh().await().indefinitely();
      return true;
    }
    if (WORTH_REPEATING.contains(failure.getSQLState())) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      return true;
    }
    return false;
  }

  private Recording.Done commit(Connection connection, Recording recording, boolean hopeful)
      throws SQLException {
    connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
    connection.setAutoCommit(false);
    try {
      Recording.Done done = recording.run(connection, hopeful);
      commit(connection);
      if (!hopeful) {
        carefulTransactions = done.knownEvents() ? CAREFUL : Math.max(0, carefulTransactions - 1);
      }
      return done;
    } catch (SQLException | RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new CommitInDoubt(e);
    }
  }

  /**
   * The connection broke during the commit. Not repeated by ourselves: where the commit was done,
   * the caller would be told {@code duplicate} without ever having been told {@code recorded}.
   */
  private static final class CommitInDoubt extends SQLException {
    private static final long serialVersionUID = 1L;

    CommitInDoubt(SQLException cause) {
      super(cause.getMessage(), cause.getSQLState(), cause);
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void announce(List<CommittedBatch> batches) {
    if (!batches.isEmpty()) {
      batches.forEach(batch -> batchSizes.record(batch.batch().rows().size()));
      List<Supplier<UsageBatch>> messages =
          batches.stream().<Supplier<UsageBatch>>map(batch -> batch::message).toList();
      listeners.forEach(listener -> listener.committed(messages));
    }
  }

  private static Throwable failure(Exception cause) {
    return DependencyFailures.isAway(cause)
        ? new DependencyUnavailable("the database", cause)
        : cause;
  }
}
