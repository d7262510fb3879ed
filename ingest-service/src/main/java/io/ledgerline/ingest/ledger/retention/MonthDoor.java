package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.ingest.ledger.partition.Horizon;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.function.Function;

/**
 * What is done to a month's partition. Each step takes locks on that partition alone, or such on
 * the ledger as neither readers nor writers meet, waits a bounded time for them, and may be
 * repeated. Blocks: for worker threads.
 */
@ApplicationScoped
class MonthDoor {
  private static final String NOT_IN_TIME = "55P03";

  /** One partition at a time can be half detached; the others wait for it. */
  private static final String ANOTHER_PENDING = "55000";

  /** Also taken, shared, by whoever places a hold: a hold comes before a drop or after it. */
  private static final String BEFORE_HOLDS = "SELECT pg_advisory_xact_lock(5210062)";

  private static final String HORIZON =
      """
      WITH locked AS (
        SELECT pg_advisory_xact_lock(hashtextextended('ledgerline ingest ledger partitions', 0)))
      UPDATE ledger_horizon SET open_from = $1 FROM locked
      WHERE open_from < $1 AND $2 = (SELECT fence FROM retention_steward)""";

  private static final String NOTE_HORIZON =
      """
      INSERT INTO retention_decision (month, what, detail, actor)
      VALUES ($1, 'horizon-moved', 'The ledger takes events from this month on.', 'policy')""";

  private static final String ATTACHED =
      """
      SELECT inhdetachpending FROM pg_inherits
      WHERE inhparent = 'ledger_event'::regclass AND inhrelid = to_regclass($1)""";

  private static final String HELD =
      """
      SELECT EXISTS (SELECT FROM legal_hold
        WHERE released_at IS NULL AND $1 BETWEEN from_month AND to_month)""";

  private final Pool pool;
  private final MonthTable months;
  private final Horizon horizon;
  private final RetentionConfig config;

  MonthDoor(Pool pool, MonthTable months, Horizon horizon, RetentionConfig config) {
    this.pool = pool;
    this.months = months;
    this.horizon = horizon;
    this.config = config;
  }

  /** From now on no event from before the month is taken; false when that is so already. */
  boolean openFrom(long fence, YearMonth month) {
    boolean moved =
        inTransaction(
            connection -> {
              var rows =
                  connection
                      .preparedQuery(HORIZON)
                      .execute(Tuple.of(month.atDay(1), fence))
                      .await()
                      .indefinitely();
              if (rows.rowCount() == 0) {
                return false;
              }
              connection
                  .preparedQuery(NOTE_HORIZON)
                  .execute(Tuple.of(month.atDay(1)))
                  .await()
                  .indefinitely();
              return true;
            });
    if (moved) {
      horizon.moveTo(month);
    }
    return moved;
  }

  /** Closes a month against writing, once those who are writing to it are done. */
  boolean close(long fence, YearMonth month) {
    return inTransaction(
        connection -> {
          connection
              .preparedQuery("SELECT close_ledger_month($1)")
              .execute(Tuple.of(month.atDay(1)))
              .await()
              .indefinitely();
          return months.move(
              connection,
              fence,
              month,
              MonthState.OPEN,
              MonthState.CLOSING,
              "It takes no events any more.");
        });
  }

  /** Closes a month for good: what is in it now is all there will ever be. */
  boolean settle(long fence, YearMonth month) {
    return inTransaction(
        connection -> {
          months.count(connection, month);
          return months.move(
              connection,
              fence,
              month,
              MonthState.CLOSING,
              MonthState.CLOSED,
              "All its batches are sealed and confirmed.");
        });
  }

  /** Notes that a month lies whole in the object store. */
  boolean archived(long fence, YearMonth month) {
    return inTransaction(
        connection -> {
          months.archived(connection, month);
          return months.move(
              connection,
              fence,
              month,
              MonthState.CLOSED,
              MonthState.ARCHIVED,
              "It is archived, and the archive was read back.");
        });
  }

  /** Decides that a month leaves, unless somebody has placed a hold on it meanwhile. */
  boolean leave(long fence, YearMonth month) {
    return inTransaction(
        connection ->
            !isHeld(connection, month)
                && months.move(
                    connection,
                    fence,
                    month,
                    MonthState.ARCHIVED,
                    MonthState.DETACHED,
                    "It is no part of the ledger any more."));
  }

  /** Detaches a month that leaves and removes its table, unless a hold was placed meanwhile. */
  boolean drop(long fence, YearMonth month) {
    detach(Months.table(month));
    return inTransaction(
        connection -> {
          if (isHeld(connection, month)) {
            return false;
          }
          connection
              .query("DROP TABLE IF EXISTS " + Months.table(month))
              .execute()
              .await()
              .indefinitely();
          return months.move(
              connection,
              fence,
              month,
              MonthState.DETACHED,
              MonthState.DROPPED,
              "Its rows are gone; batches, digests, keys and archive stay.");
        });
  }

  /**
   * Takes the partition out of the ledger. PostgreSQL hides it from new questions first and then
   * waits for the old ones; when that takes longer than a lock may, or the process dies, the
   * partition is left half detached and the next call finishes it.
   */
  private void detach(String table) {
    var rows = pool.preparedQuery(ATTACHED).execute(Tuple.of(table)).await().indefinitely();
    if (rows.size() == 1) {
      String how = rows.iterator().next().getBoolean(0) ? "FINALIZE" : "CONCURRENTLY";
      withLockTimeout("ALTER TABLE ledger_event DETACH PARTITION " + table + " " + how);
    }
  }

  /** Whether a hold stands; until the transaction's end none can be placed. */
  private static boolean isHeld(SqlConnection connection, YearMonth month) {
    connection.query(BEFORE_HOLDS).execute().await().indefinitely();
    return connection
        .preparedQuery(HELD)
        .execute(Tuple.of(month.atDay(1)))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getBoolean(0);
  }

  /** Whether a failure only means that something in use was not to be had in time. */
  static boolean isNotInTime(Throwable failure) {
    return failure instanceof PgException pg
        && (NOT_IN_TIME.equals(pg.getSqlState())
            || ANOTHER_PENDING.equals(pg.getSqlState())
                && pg.getMessage().contains("pending detach"));
  }

  /** A statement that must not be in a transaction. */
  private void withLockTimeout(String sql) {
    String wait = "SET lock_timeout = " + config.lockWait().toMillis();
    pool.withConnection(
            connection ->
                connection
                    .query(wait)
                    .execute()
                    .chain(() -> connection.query(sql).execute())
                    .onItemOrFailure()
                    .call(() -> connection.query("RESET lock_timeout").execute()))
        .await()
        .indefinitely();
  }

  private boolean inTransaction(Function<SqlConnection, Boolean> work) {
    String wait = "SET LOCAL lock_timeout = " + config.lockWait().toMillis();
    SqlConnection connection = pool.getConnection().await().indefinitely();
    try {
      var transaction = connection.begin().await().indefinitely();
      try {
        connection.query(wait).execute().await().indefinitely();
        boolean done = work.apply(connection);
        (done ? transaction.commit() : transaction.rollback()).await().indefinitely();
        return done;
      } catch (RuntimeException e) {
        transaction
            .rollback()
            .onFailure()
            .recoverWithUni(Uni.createFrom().voidItem())
            .await()
            .indefinitely();
        throw e;
      }
    } finally {
      connection.close().await().indefinitely();
    }
  }
}
