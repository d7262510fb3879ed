package io.ledgerline.report.report.store;

import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.RunProgress;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who makes which run. A claim is a lease with a fencing token; leases are measured by the
 * database's clock, so that replicas with different clocks agree. A run whose lease has ended is
 * claimed by another replica; whatever the first one still writes fails for its old token.
 */
@ApplicationScoped
public class RunClaims {
  private static final String CAN_BE_CLAIMED =
      "((%1$s.state = 'QUEUED' AND (%1$s.not_before IS NULL OR %1$s.not_before <= now()))"
          + " OR (%1$s.state = 'RUNNING' AND %1$s.lease_until < now()))";

  /** More than are wanted are looked at, because another replica may just be claiming some. */
  private static final String CLAIM =
      """
      WITH busy AS (
        SELECT tenant, count(*) AS runs FROM report_run
        WHERE state = 'RUNNING' AND lease_until >= now() GROUP BY tenant),
      open AS (
        SELECT o.id, o.tenant, o.created_at, o.due_at,
          row_number() OVER (PARTITION BY o.tenant ORDER BY o.created_at, o.due_at, o.id) AS place
        FROM report_run o WHERE %s),
      next AS (
        SELECT open.id, open.place + coalesce(busy.runs, 0) AS turn
        FROM open LEFT JOIN busy USING (tenant)
        ORDER BY turn, open.created_at, open.due_at, open.id LIMIT $4 * 4)
      UPDATE report_run r
      SET state = 'RUNNING', lease_owner = $1, lease_until = now() + $2 * interval '1 millisecond',
        fencing = fencing + 1, attempts = attempts + 1, started_at = coalesce(started_at, $3),
        not_before = NULL, progress = NULL
      WHERE id IN (
        SELECT c.id FROM report_run c JOIN next ON next.id = c.id WHERE %s
        ORDER BY next.turn, c.created_at, c.due_at, c.id LIMIT $4 FOR UPDATE OF c SKIP LOCKED)
      RETURNING\s"""
              .formatted(CAN_BE_CLAIMED.formatted("o"), CAN_BE_CLAIMED.formatted("c"))
          + RunRow.COLUMNS;

  private static final String HELD = " WHERE id = $1 AND fencing = $2 AND state = 'RUNNING'";

  private static final String RENEW =
      "UPDATE report_run SET lease_until = now() + $3 * interval '1 millisecond'" + HELD;
  private static final String PROGRESS = "UPDATE report_run SET progress = $3::text::jsonb" + HELD;
  private static final String MARK =
      "UPDATE report_run SET watermark = coalesce(watermark, $3),"
          + " chain_head = coalesce(chain_head, $4),"
          + " price_book_at = coalesce(price_book_at, $5), provisional = coalesce(provisional, $6)"
          + HELD;
  private static final String COMPLETE =
      "UPDATE report_run SET state = 'COMPLETED', completed_at = $3, totals = $4::text::jsonb,"
          + " reconciliation = $5::text::jsonb, progress = NULL, failure = NULL,"
          + " lease_owner = NULL, lease_until = NULL"
          + HELD;
  private static final String AGAIN =
      "UPDATE report_run SET state = 'QUEUED', failure = $3::text::jsonb, progress = NULL,"
          + " lease_owner = NULL, lease_until = NULL,"
          + " not_before = now() + $4 * interval '1 millisecond'"
          + HELD;
  private static final String FAIL =
      "UPDATE report_run SET state = 'FAILED', failure = $3::text::jsonb, completed_at = $4,"
          + " progress = NULL, lease_owner = NULL, lease_until = NULL"
          + HELD;
  private static final String LET_GO =
      "UPDATE report_run SET lease_until = now() WHERE lease_owner = $1 AND state = 'RUNNING'";

  private final Pool database;

  RunClaims(Pool database) {
    this.database = database;
  }

  /**
   * Claims up to {@code limit} runs: of each tenant the oldest first, and of all tenants those that
   * have the fewest before them, so that nobody waits for another's thousands.
   */
  public Uni<List<ReportRun>> claim(String owner, Duration lease, Instant now, int limit) {
    return database
        .preparedQuery(CLAIM)
        .execute(Tuple.of(owner, lease.toMillis(), Columns.utc(now), limit))
        .map(RunRow::all);
  }

  /** Keeps a run for another lease. */
  public Uni<Void> renew(ReportRun run, Duration lease) {
    return write(database, RENEW, held(run).addLong(lease.toMillis()));
  }

  /** Notes how far it is. */
  public Uni<Void> progress(ReportRun run, RunProgress progress) {
    return write(database, PROGRESS, held(run).addString(JsonColumns.write(progress)));
  }

  /** Notes the marks, once for all attempts. */
  public Uni<Void> mark(ReportRun run, RunMarks marks, boolean provisional) {
    Tuple values =
        held(run)
            .addLong(marks.watermark())
            .addString(marks.chainHead())
            .addOffsetDateTime(Columns.utc(marks.priceBookAt()))
            .addBoolean(provisional);
    return write(database, MARK, values);
  }

  /** Within a transaction: completes the run. */
  public Uni<Void> complete(SqlClient transaction, ReportRun run, RunOutcome outcome) {
    Tuple values =
        held(run)
            .addOffsetDateTime(Columns.utc(outcome.completedAt()))
            .addString(JsonColumns.write(outcome.totals()))
            .addString(JsonColumns.write(outcome.reconciliation()));
    return write(transaction, COMPLETE, values);
  }

  /** Puts the run back to be tried again after a pause. */
  public Uni<Void> again(ReportRun run, RunFailure why, Duration pause) {
    return write(
        database, AGAIN, held(run).addString(JsonColumns.write(why)).addLong(pause.toMillis()));
  }

  /** Gives the run up. */
  public Uni<Void> fail(ReportRun run, RunFailure why, Instant now) {
    return write(
        database,
        FAIL,
        held(run).addString(JsonColumns.write(why)).addOffsetDateTime(Columns.utc(now)));
  }

  /** Lets others have all runs of {@code owner} at once, when it stops. */
  public Uni<Void> letGo(String owner) {
    return database.preparedQuery(LET_GO).execute(Tuple.of(owner)).replaceWithVoid();
  }

  private static Tuple held(ReportRun run) {
    return Tuple.tuple().addUUID(run.id()).addLong(run.fencing());
  }

  private static Uni<Void> write(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new LostClaimException();
              }
              return null;
            });
  }
}
