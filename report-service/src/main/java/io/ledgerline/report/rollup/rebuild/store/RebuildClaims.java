package io.ledgerline.report.rollup.rebuild.store;

import io.ledgerline.report.rollup.rebuild.Rebuild;
import io.ledgerline.report.rollup.rebuild.RebuildFailure;
import io.ledgerline.report.rollup.rebuild.RebuildProgress;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Who makes which rebuild: a lease by the database's clock with a fencing token, one job at a time
 * in the whole installation, oldest first. Whoever lost a job fails with {@link
 * LostRebuildException} at its next write.
 */
@ApplicationScoped
public class RebuildClaims {
  private static final String CLAIM =
      """
      UPDATE rollup_rebuild r
      SET state = 'RUNNING', lease_owner = $1, lease_until = now() + $2 * interval '1 millisecond',
        fencing = fencing + 1, attempts = attempts + 1, started_at = coalesce(started_at, now()),
        not_before = NULL
      WHERE id IN (
        SELECT id FROM rollup_rebuild
        WHERE id = (SELECT id FROM rollup_rebuild WHERE state IN ('QUEUED', 'RUNNING')
            ORDER BY created_at, id LIMIT 1)
          AND ((state = 'QUEUED' AND (not_before IS NULL OR not_before <= now()))
            OR (state = 'RUNNING' AND lease_until < now()))
        FOR UPDATE SKIP LOCKED)
      RETURNING\s"""
          + RebuildRow.COLUMNS;

  private static final String HELD = " WHERE id = $1 AND fencing = $2 AND state = 'RUNNING'";
  private static final String RENEW =
      "UPDATE rollup_rebuild SET lease_until = now() + $3 * interval '1 millisecond'" + HELD;
  private static final String PROGRESS =
      "UPDATE rollup_rebuild SET progress = $3::text::jsonb, failure = NULL" + HELD;
  private static final String COMPLETE =
      "UPDATE rollup_rebuild SET state = 'COMPLETED', completed_at = now(), progress = NULL,"
          + " failure = NULL, lease_owner = NULL, lease_until = NULL"
          + HELD;
  private static final String AGAIN =
      "UPDATE rollup_rebuild SET state = 'QUEUED', failure = $3::text::jsonb, lease_owner = NULL,"
          + " lease_until = NULL, not_before = now() + $4 * interval '1 millisecond'"
          + HELD;
  private static final String FAIL =
      "UPDATE rollup_rebuild SET state = 'FAILED', completed_at = now(),"
          + " failure = $3::text::jsonb, lease_owner = NULL, lease_until = NULL"
          + HELD;
  private static final String LET_GO =
      "UPDATE rollup_rebuild SET lease_until = now() WHERE lease_owner = $1 AND state = 'RUNNING'";

  private final Pool database;

  RebuildClaims(Pool database) {
    this.database = database;
  }

  /** Claims the oldest job that is not done; null when there is none or another replica has it. */
  public Uni<Rebuild> claim(String owner, Duration lease) {
    return database
        .preparedQuery(CLAIM)
        .execute(Tuple.of(owner, lease.toMillis()))
        .map(rows -> rows.size() == 0 ? null : RebuildRow.read(rows.iterator().next()));
  }

  /** Keeps a job for another lease. */
  public Uni<Void> renew(Rebuild job, Duration lease) {
    return write(database, RENEW, held(job).addLong(lease.toMillis()));
  }

  /** Notes how far it is, in a transaction of the caller's; so what it does there is fenced. */
  public Uni<Void> progress(SqlClient client, Rebuild job, RebuildProgress progress) {
    return write(client, PROGRESS, held(job).addString(JsonColumns.write(progress)));
  }

  /** It is done. */
  public Uni<Void> complete(Rebuild job) {
    return write(database, COMPLETE, held(job));
  }

  /** It is tried again after a pause. */
  public Uni<Void> again(Rebuild job, RebuildFailure why, Duration pause) {
    return write(
        database, AGAIN, held(job).addString(JsonColumns.write(why)).addLong(pause.toMillis()));
  }

  /** It is given up. */
  public Uni<Void> fail(Rebuild job, RebuildFailure why) {
    return write(database, FAIL, held(job).addString(JsonColumns.write(why)));
  }

  /** Ends the leases of a replica that stops. */
  public Uni<Void> letGo(String owner) {
    return database.preparedQuery(LET_GO).execute(Tuple.of(owner)).replaceWithVoid();
  }

  private static Tuple held(Rebuild job) {
    return Tuple.tuple().addUUID(job.id()).addLong(job.fencing());
  }

  private static Uni<Void> write(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new LostRebuildException();
              }
            })
        .replaceWithVoid();
  }
}
