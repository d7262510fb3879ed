package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.retention.archive.ArchiveSummary;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists months and what was decided about them. */
@ApplicationScoped
class PartitionQuery {
  private static final LocalDate FIRST = LocalDate.of(1999, 1, 1);

  private static final String LIST =
      """
      SELECT m.*, a.id AS archive, a.state AS archive_state, a.whole, a.watermark, a.requested_by,
        a.requested_at, a.bucket, a.manifest_key, a.manifest_sha256, a.finished_at, a.reason,
        p.parts, p.part_rows, p.part_bytes, coalesce(b.own_rows, 0) AS own_rows,
        CASE WHEN $4 THEN
          pg_total_relation_size(to_regclass('ledger_event_' || to_char(m.month, 'YYYY_MM'))) END
          AS bytes, s.holds
      FROM ledger_month m
      LEFT JOIN LATERAL (
        SELECT * FROM ledger_archive WHERE $4 AND month = m.month ORDER BY id DESC LIMIT 1) a
        ON true
      LEFT JOIN LATERAL (
        SELECT count(*) AS parts, coalesce(sum(rows), 0)::bigint AS part_rows,
          coalesce(sum(bytes), 0)::bigint AS part_bytes
        FROM ledger_archive_part WHERE archive_id = a.id) p ON true
      LEFT JOIN LATERAL (
        SELECT sum(events)::bigint AS own_rows FROM batch
        WHERE tenant = $1 AND min_time >= m.month::timestamp AT TIME ZONE 'UTC'
          AND min_time < (m.month + interval '1 month') AT TIME ZONE 'UTC') b ON true
      CROSS JOIN LATERAL (
        SELECT array_agg(l.id ORDER BY l.id) AS holds FROM legal_hold l
        WHERE l.released_at IS NULL AND m.month BETWEEN l.from_month AND l.to_month
          AND ($4 OR l.tenant IS NULL OR l.tenant = $1)) s
      WHERE m.month > $2 AND ($4 OR b.own_rows IS NOT NULL OR s.holds IS NOT NULL) ORDER BY m.month LIMIT $3""";

  private static final String DECISIONS =
      """
      SELECT id, at, month, what, detail, actor FROM retention_decision
      WHERE id < $1 AND (tenant = $2 OR tenant IS NULL AND (month IS NULL OR $4))
      ORDER BY id DESC LIMIT $3""";

  private final Pool pool;

  PartitionQuery(Pool pool) {
    this.pool = pool;
  }

  /**
   * One page of months, the oldest first.
   *
   * @param operator whether all of them are seen, and what is of all tenants
   */
  Uni<Page<LedgerPartition>> list(TenantId tenant, boolean operator, Cursor cursor, Limit limit) {
    LocalDate after = cursor == null ? FIRST : Months.parse("cursor", cursor.text(0)).atDay(1);
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(tenant.value(), after, limit.plusOne(), operator))
        .map(
            rows -> {
              List<LedgerPartition> months = new ArrayList<>(rows.size());
              rows.forEach(row -> months.add(read(row)));
              return Page.of(months, limit, month -> Cursor.of(month.month()));
            });
  }

  /**
   * One page of decisions that concern the tenant, the newest first.
   *
   * @param operator whether those on whole months are seen, which tell of all tenants' usage
   */
  Uni<Page<RetentionDecision>> decisions(
      TenantId tenant, boolean operator, Cursor cursor, Limit limit) {
    long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
    return pool.preparedQuery(DECISIONS)
        .execute(Tuple.of(before, tenant.value(), limit.plusOne(), operator))
        .map(
            rows -> {
              List<RetentionDecision> decisions = new ArrayList<>(rows.size());
              rows.forEach(
                  row ->
                      decisions.add(
                          new RetentionDecision(
                              row.getLong("id"),
                              instant(row, "at"),
                              month(row.getLocalDate("month")),
                              row.getString("what"),
                              row.getString("detail"),
                              row.getString("actor"))));
              return Page.of(decisions, limit, decision -> Cursor.of(decision.id()));
            });
  }

  private static LedgerPartition read(Row row) {
    Long[] holds = row.getArrayOfLongs("holds");
    return new LedgerPartition(
        month(row.getLocalDate("month")),
        MonthState.valueOf(row.getString("state")),
        row.getLong("own_rows"),
        row.getLong("bytes"),
        instant(row, "made_at"),
        instant(row, "closing_at"),
        instant(row, "closed_at"),
        instant(row, "archived_at"),
        instant(row, "detached_at"),
        instant(row, "dropped_at"),
        row.getLong("highest_seal_no"),
        row.getString("waiting_for"),
        row.getLong("archive") == null ? null : archive(row),
        holds == null ? List.of() : Arrays.asList(holds));
  }

  private static ArchiveSummary archive(Row row) {
    String manifest = row.getString("manifest_key");
    return new ArchiveSummary(
        row.getLong("archive"),
        row.getString("archive_state"),
        row.getBoolean("whole"),
        row.getLong("watermark"),
        row.getString("requested_by"),
        instant(row, "requested_at"),
        manifest == null ? null : new ObjectAddress(row.getString("bucket"), manifest).toString(),
        row.getString("manifest_sha256"),
        row.getLong("parts"),
        row.getLong("part_rows"),
        row.getLong("part_bytes"),
        instant(row, "finished_at"),
        row.getString("reason"));
  }

  private static String month(LocalDate day) {
    return day == null ? null : YearMonth.from(day).toString();
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
