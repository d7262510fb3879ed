package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Legal holds. A released one stays in the list, with who released it and when. */
@ApplicationScoped
class HoldTable {
  /** Shared with other placings, not with a drop: a hold comes before a drop or after it. */
  private static final String BESIDE_NO_DROP = "SELECT pg_advisory_xact_lock_shared(5210062)";

  private static final String PLACE =
      """
      WITH placed AS (
        INSERT INTO legal_hold (tenant, from_month, to_month, reason, placed_by)
        VALUES ($1, $2, $3, $4, $5)
        RETURNING *), noted AS (
        INSERT INTO retention_decision (tenant, what, detail, actor)
        SELECT tenant, 'hold-placed', format('Hold %s on %s to %s: %s', id, to_char(from_month, 'YYYY-MM'),
          to_char(to_month, 'YYYY-MM'), reason), placed_by FROM placed)
      SELECT placed.*,
        (SELECT array_agg(to_char(month, 'YYYY-MM') ORDER BY month) FROM ledger_month
         WHERE month BETWEEN $2 AND $3 AND state IN ('DETACHED', 'DROPPED')) AS gone
      FROM placed""";

  private static final String RELEASE =
      """
      WITH released AS (
        UPDATE legal_hold SET released_by = $2, released_at = now()
        WHERE id = $1 AND released_at IS NULL AND (tenant = $3 OR tenant IS NULL AND $4)
        RETURNING id, tenant), noted AS (
        INSERT INTO retention_decision (tenant, what, detail, actor)
        SELECT tenant, 'hold-released', 'Hold ' || id || ' is released', $2 FROM released)
      SELECT id FROM released""";

  private static final String LIST =
      """
      SELECT *, NULL::text[] AS gone FROM legal_hold
      WHERE (tenant = $1 OR tenant IS NULL OR $2) AND id < $3 AND ($4 OR released_at IS NULL)
      ORDER BY id DESC LIMIT $5""";

  private final Pool pool;

  HoldTable(Pool pool) {
    this.pool = pool;
  }

  /** Places a hold for a tenant, or for all of them when there is none. */
  Uni<LegalHold> place(Optional<TenantId> tenant, HoldRequest request, String actor) {
    Tuple tuple =
        Tuple.of(
            tenant.map(TenantId::value).orElse(null),
            request.from().atDay(1),
            request.to().atDay(1),
            request.reason(),
            actor);
    return pool.withTransaction(
        connection ->
            connection
                .query(BESIDE_NO_DROP)
                .execute()
                .chain(() -> connection.preparedQuery(PLACE).execute(tuple))
                .map(rows -> read(rows.iterator().next())));
  }

  /**
   * Releases a standing hold of the tenant.
   *
   * @param operator whether holds for all tenants may be released, too
   * @return false when there is none
   */
  Uni<Boolean> release(long id, TenantId tenant, boolean operator, String actor) {
    return pool.preparedQuery(RELEASE)
        .execute(Tuple.of(id, actor, tenant.value(), operator))
        .map(rows -> rows.size() == 1);
  }

  /** One page, the newest first. */
  Uni<Page<LegalHold>> list(
      TenantId tenant, boolean operator, boolean released, Cursor cursor, Limit limit) {
    long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(tenant.value(), operator, before, released, limit.plusOne()))
        .map(
            rows -> {
              List<LegalHold> holds = new ArrayList<>(rows.size());
              rows.forEach(row -> holds.add(read(row)));
              return Page.of(holds, limit, hold -> Cursor.of(hold.id()));
            });
  }

  private static LegalHold read(Row row) {
    String[] gone = row.getArrayOfStrings("gone");
    return new LegalHold(
        row.getLong("id"),
        row.getString("tenant"),
        YearMonth.from(row.getLocalDate("from_month")),
        YearMonth.from(row.getLocalDate("to_month")),
        row.getString("reason"),
        row.getString("placed_by"),
        instant(row.getOffsetDateTime("placed_at")),
        row.getString("released_by"),
        instant(row.getOffsetDateTime("released_at")),
        gone == null ? null : Arrays.asList(gone));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
