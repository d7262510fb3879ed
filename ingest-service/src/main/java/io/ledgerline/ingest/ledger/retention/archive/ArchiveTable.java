package io.ledgerline.ingest.ledger.retention.archive;

import io.ledgerline.ingest.ledger.retention.RetentionConfig;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Archives and their parts. All times are the database's. Blocks: not for event loops. */
@ApplicationScoped
public class ArchiveTable {
  /** One at a time for each month; where one is running, nothing happens. */
  private static final String REQUEST =
      """
      WITH added AS (
        INSERT INTO ledger_archive (month, whole, watermark, requested_by, bucket, prefix)
        SELECT m.month, m.state IN ('CLOSED', 'ARCHIVED'),
          (SELECT coalesce(max(seal_no), 0) FROM batch WHERE seal_no IS NOT NULL), $2, $3, $4
        FROM ledger_month m WHERE m.month = $1 AND m.state NOT IN ('DETACHED', 'DROPPED')
        ON CONFLICT (month) WHERE state = 'RUNNING' DO NOTHING
        RETURNING id, month), noted AS (
        INSERT INTO retention_decision (month, what, detail, actor)
        SELECT month, 'archive-requested', 'Archive ' || id || ' is begun.', $2 FROM added)
      SELECT id FROM added
      UNION SELECT id FROM ledger_archive WHERE month = $1 AND state = 'RUNNING'""";

  private static final String CLAIM =
      """
      WITH claimed AS (
        UPDATE ledger_archive SET fence = fence + 1,
          lease_until = now() + $1 * interval '1 millisecond'
        WHERE id = (
          SELECT id FROM ledger_archive
          WHERE state = 'RUNNING' AND not_before <= now()
            AND (lease_until IS NULL OR lease_until < now())
          ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING *)
      SELECT c.*, coalesce(p.parts, 0) AS parts, coalesce(p.last_batch_no, 0) AS last_batch_no
      FROM claimed c LEFT JOIN LATERAL (
        SELECT max(part) AS parts, max(last_batch_no) AS last_batch_no
        FROM ledger_archive_part WHERE archive_id = c.id) p ON true""";

  private static final String PART =
      """
      WITH mine AS (
        UPDATE ledger_archive SET lease_until = now() + $3 * interval '1 millisecond', reason = NULL
        WHERE id = $1 AND fence = $2 AND state = 'RUNNING' RETURNING id)
      INSERT INTO ledger_archive_part (archive_id, part, key, bytes, sha256, batches, rows,
        last_batch_no, sums)
      SELECT id, $4, $5, $6, $7, $8, $9, $10, $11 FROM mine""";

  private static final String DONE =
      """
      WITH done AS (
        UPDATE ledger_archive SET state = 'DONE', manifest_key = $3, manifest_sha256 = $4,
          finished_at = now(), lease_until = NULL, reason = NULL
        WHERE id = $1 AND fence = $2 AND state = 'RUNNING' RETURNING id, month)
      INSERT INTO retention_decision (month, what, detail, actor)
      SELECT month, 'archive-done', 'Archive ' || id || ' is written and was read back.', 'policy'
      FROM done""";

  private static final String FAILED =
      """
      WITH failed AS (
        UPDATE ledger_archive SET state = 'FAILED', reason = $3, finished_at = now(),
          lease_until = NULL
        WHERE id = $1 AND fence = $2 AND state = 'RUNNING' RETURNING id, month)
      INSERT INTO retention_decision (month, what, detail, actor)
      SELECT month, 'archive-failed', 'Archive ' || id || ': ' || $3, 'policy' FROM failed""";

  private static final String LATER =
      """
      UPDATE ledger_archive SET reason = $3, lease_until = NULL,
        not_before = now() + $4 * interval '1 millisecond'
      WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""";

  private static final String PARTS =
      """
      SELECT key, bytes, sha256, batches, rows, sums FROM ledger_archive_part
      WHERE archive_id = $1 ORDER BY part""";

  private static final String CHAIN =
      """
      SELECT chain FROM batch WHERE seal_no = $1""";

  private final Pool pool;
  private final RetentionConfig config;

  ArchiveTable(Pool pool, RetentionConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /**
   * Has a month archived; answers with the number of the archive that is begun or already running.
   *
   * @return empty when the month has no partition in the ledger
   */
  public Optional<Long> request(YearMonth month, String actor) {
    String prefix = config.archive().prefix();
    String folder =
        (prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/") + month + "/";
    var rows =
        pool.preparedQuery(REQUEST)
            .execute(
                Tuple.of(month.atDay(1), actor, config.archive().bucket().orElseThrow(), folder))
            .await()
            .indefinitely();
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next().getLong(0));
  }

  /** Takes an archive that is to be written, or one whose worker has gone silent. */
  Optional<ArchiveClaim> claim() {
    var rows = pool.preparedQuery(CLAIM).execute(Tuple.of(lease())).await().indefinitely();
    return rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next()));
  }

  /** Notes a part that was uploaded and read back. */
  void part(ArchiveClaim claim, int number, ArchivePart part, long lastBatchNo, JsonObject sums) {
    write(
        claim,
        PART,
        Tuple.of(claim.id(), claim.fence(), lease(), number, part.key(), part.bytes())
            .addString(part.sha256())
            .addLong(part.batches())
            .addLong(part.rows())
            .addLong(lastBatchNo)
            .addValue(sums));
  }

  void done(ArchiveClaim claim, String manifestKey, String sha256) {
    write(claim, DONE, Tuple.of(claim.id(), claim.fence(), manifestKey, sha256));
  }

  void failed(ArchiveClaim claim, String reason) {
    write(claim, FAILED, Tuple.of(claim.id(), claim.fence(), reason));
  }

  void later(ArchiveClaim claim, String reason, Duration pause) {
    write(claim, LATER, Tuple.of(claim.id(), claim.fence(), reason, pause.toMillis()));
  }

  /** A part and what its rows add up to. */
  record NotedPart(ArchivePart part, JsonObject sums) {}

  List<NotedPart> parts(ArchiveClaim claim) {
    List<NotedPart> parts = new ArrayList<>();
    pool.preparedQuery(PARTS)
        .execute(Tuple.of(claim.id()))
        .await()
        .indefinitely()
        .forEach(
            row ->
                parts.add(
                    new NotedPart(
                        new ArchivePart(
                            row.getString("key"),
                            row.getLong("bytes"),
                            row.getString("sha256"),
                            row.getLong("batches"),
                            row.getLong("rows")),
                        (JsonObject) row.getValue("sums"))));
    return parts;
  }

  /** The chain's value at a seal number; 32 zero bytes at 0. */
  byte[] chain(long sealNo) {
    var rows = pool.preparedQuery(CHAIN).execute(Tuple.of(sealNo)).await().indefinitely();
    return rows.size() == 0 ? new byte[32] : rows.iterator().next().getBuffer(0).getBytes();
  }

  private long lease() {
    return config.archive().lease().toMillis();
  }

  private void write(ArchiveClaim claim, String sql, Tuple tuple) {
    if (pool.preparedQuery(sql).execute(tuple).await().indefinitely().rowCount() != 1) {
      throw new LeaseLostException(claim);
    }
  }

  private static ArchiveClaim read(Row row) {
    return new ArchiveClaim(
        row.getLong("id"),
        YearMonth.from(row.getLocalDate("month")),
        row.getBoolean("whole"),
        row.getLong("watermark"),
        row.getString("bucket"),
        row.getString("prefix"),
        row.getLong("fence"),
        row.getInteger("parts"),
        row.getLong("last_batch_no"));
  }
}
