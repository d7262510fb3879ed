package io.ledgerline.ingest.ledger.retention.restore;

import io.ledgerline.platform.objectstore.ObjectAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;

/** Restorations and who is at them. All times are the database's. Blocks: not for event loops. */
@ApplicationScoped
public class RestorationTable {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final String REQUEST =
      """
      WITH added AS (
        INSERT INTO ledger_restoration (month, archive_id, requested_by)
        SELECT m.month, m.archive_id, $2 FROM ledger_month m
        WHERE m.month = $1 AND m.state = 'DROPPED' AND m.archive_id IS NOT NULL
          AND EXISTS (SELECT FROM legal_hold
            WHERE released_at IS NULL AND $1 BETWEEN from_month AND to_month)
        ON CONFLICT (month) WHERE state = 'RUNNING' DO NOTHING
        RETURNING id, month), noted AS (
        INSERT INTO retention_decision (month, what, detail, actor)
        SELECT month, 'restore-requested', 'It is read back from its archive.', $2 FROM added)
      SELECT id FROM added
      UNION SELECT id FROM ledger_restoration WHERE month = $1 AND state = 'RUNNING'""";

  private static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE ledger_restoration SET fence = fence + 1,
          lease_until = now() + $1 * interval '1 millisecond'
        WHERE id = (
          SELECT id FROM ledger_restoration
          WHERE state = 'RUNNING' AND not_before <= now()
            AND (lease_until IS NULL OR lease_until < now())
          ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *)
      SELECT c.id, c.month, c.fence, a.bucket, a.manifest_key, a.manifest_sha256
      FROM claimed c JOIN ledger_archive a ON a.id = c.archive_id""";

  private static final String PROLONG =
      """
      UPDATE ledger_restoration SET lease_until = now() + $3 * interval '1 millisecond'
      WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""";

  private static final String DONE =
      """
      WITH done AS (
        UPDATE ledger_restoration SET state = 'DONE', finished_at = now(), lease_until = NULL,
          reason = NULL
        WHERE id = $1 AND fence = $2 AND state = 'RUNNING' RETURNING month), moved AS (
        UPDATE ledger_month m SET state = 'ARCHIVED', waiting_for = NULL FROM done
        WHERE m.month = done.month AND m.state = 'DROPPED' RETURNING m.month)
      INSERT INTO retention_decision (month, what, detail, actor)
      SELECT month, 'restored', 'It is part of the ledger again, as it was archived.', 'policy'
      FROM moved""";

  private static final String FAILED =
      """
      WITH failed AS (
        UPDATE ledger_restoration SET state = 'FAILED', reason = $3, finished_at = now(),
          lease_until = NULL
        WHERE id = $1 AND fence = $2 AND state = 'RUNNING' RETURNING month)
      INSERT INTO retention_decision (month, what, detail, actor)
      SELECT month, 'restore-failed', $3, 'policy' FROM failed""";

  private static final String LATER =
      """
      UPDATE ledger_restoration SET reason = $3, lease_until = NULL,
        not_before = now() + $4 * interval '1 millisecond'
      WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""";

  private final Pool pool;

  RestorationTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * Has a month read back; answers with the number of the restoration that is begun or running.
   *
   * @return empty when the month was not dropped, or no hold stands on it
   */
  public Optional<Long> request(YearMonth month, String actor) {
    var rows =
        pool.preparedQuery(REQUEST).execute(Tuple.of(month.atDay(1), actor)).await().indefinitely();
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next().getLong(0));
  }

  Optional<RestorationClaim> claim() {
    var rows = pool.preparedQuery(CLAIM).execute(Tuple.of(LEASE.toMillis())).await().indefinitely();
    return rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next()));
  }

  void prolong(RestorationClaim claim) {
    write(pool, PROLONG, Tuple.of(claim.id(), claim.fence(), LEASE.toMillis()))
        .await()
        .indefinitely();
  }

  /** Notes, in the transaction that attaches it, that the month is back. */
  Uni<Void> done(SqlClient transaction, RestorationClaim claim) {
    return write(transaction, DONE, Tuple.of(claim.id(), claim.fence()));
  }

  void failed(RestorationClaim claim, String reason) {
    write(pool, FAILED, Tuple.of(claim.id(), claim.fence(), reason)).await().indefinitely();
  }

  void later(RestorationClaim claim, String reason) {
    write(pool, LATER, Tuple.of(claim.id(), claim.fence(), reason, PAUSE.toMillis()))
        .await()
        .indefinitely();
  }

  private static Uni<Void> write(SqlClient client, String sql, Tuple tuple) {
    return client
        .preparedQuery(sql)
        .execute(tuple)
        .invoke(
            rows -> {
              if (rows.rowCount() != 1) {
                throw new TakenOverException();
              }
            })
        .replaceWithVoid();
  }

  private static RestorationClaim read(Row row) {
    return new RestorationClaim(
        row.getLong("id"),
        YearMonth.from(row.getLocalDate("month")),
        new ObjectAddress(row.getString("bucket"), row.getString("manifest_key")),
        row.getString("manifest_sha256"),
        row.getLong("fence"));
  }
}
