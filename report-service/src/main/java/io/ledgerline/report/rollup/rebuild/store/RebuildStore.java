package io.ledgerline.report.rollup.rebuild.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.rollup.rebuild.MonthFinding;
import io.ledgerline.report.rollup.rebuild.Rebuild;
import io.ledgerline.report.rollup.rebuild.RebuildWish;
import io.ledgerline.report.rollup.rebuild.RowDifference;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rebuild jobs as their askers see them: each tenant its own, with what concerns it. */
@ApplicationScoped
public class RebuildStore {
  private static final TypeReference<List<RowDifference>> DIFFERENCES = new TypeReference<>() {};

  private static final String ADD =
      "INSERT INTO rollup_rebuild (id, tenant, state, asked_from, asked_to, reason,"
          + " remove_unknown, created_by) VALUES ($1, $2, 'QUEUED', $3, $4, $5, $6, $7)";

  private static final String FIND =
      "SELECT " + RebuildRow.COLUMNS + " FROM rollup_rebuild r WHERE r.tenant = $1 AND r.id = $2";

  private static final String LIST =
      "SELECT "
          + RebuildRow.COLUMNS
          + " FROM rollup_rebuild r WHERE r.tenant = $1"
          + " AND ($2::timestamptz IS NULL OR (r.created_at, r.id) < ($2, $3))"
          + " ORDER BY r.created_at DESC, r.id DESC LIMIT $4";

  private static final String FINDINGS =
      "SELECT month, batches, mended_batches, unknown_batches, differences,"
          + " first_differences::text AS first FROM rollup_rebuild_finding"
          + " WHERE job = $1 AND tenant = $2 ORDER BY month";

  private static final String HORIZON = "SELECT kept_from FROM rollup_horizon";

  private final Pool database;

  RebuildStore(Pool database) {
    this.database = database;
  }

  /** Adds a job that waits to be begun. */
  public Uni<UUID> add(TenantId tenant, RebuildWish wish, String actor) {
    UUID id = UUID.randomUUID();
    return database
        .preparedQuery(ADD)
        .execute(
            Tuple.tuple()
                .addUUID(id)
                .addString(tenant.value())
                .addOffsetDateTime(Columns.utc(wish.askedFrom()))
                .addOffsetDateTime(Columns.utc(wish.askedTo()))
                .addString(wish.reason())
                .addBoolean(wish.removeUnknown())
                .addString(actor))
        .replaceWith(id);
  }

  /** One of the tenant's jobs; null when there is none. */
  public Uni<Rebuild> find(TenantId tenant, UUID id) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant.value(), id))
        .map(rows -> rows.size() == 0 ? null : RebuildRow.read(rows.iterator().next()));
  }

  /** The tenant's jobs, newest first, one more than the limit if there are more. */
  public Uni<List<Rebuild>> list(TenantId tenant, Cursor after, Limit limit) {
    Tuple values =
        Tuple.tuple()
            .addString(tenant.value())
            .addOffsetDateTime(after == null ? null : Columns.utc(after.instant(0)))
            .addUUID(after == null ? null : idOf(after))
            .addInteger(limit.plusOne());
    return database.preparedQuery(LIST).execute(values).map(RebuildRow::all);
  }

  /** The cursor behind a job. */
  public static Cursor cursorOf(Rebuild job) {
    return Cursor.of(job.origin().createdAt(), job.id());
  }

  /** What was found in the tenant's own rollups, by month. */
  public Uni<List<MonthFinding>> findings(TenantId tenant, UUID job) {
    return database
        .preparedQuery(FINDINGS)
        .execute(Tuple.of(job, tenant.value()))
        .map(
            rows -> {
              List<MonthFinding> findings = new ArrayList<>();
              rows.forEach(
                  row ->
                      findings.add(
                          new MonthFinding(
                              YearMonth.from(row.getLocalDate("month")),
                              row.getLong("batches"),
                              row.getLong("mended_batches"),
                              row.getLong("unknown_batches"),
                              row.getLong("differences"),
                              JsonColumns.read(row.getString("first"), DIFFERENCES))));
              return findings;
            });
  }

  /** The first month whose rollups are not dropped; null when none ever were. */
  public Uni<YearMonth> keptFrom() {
    return database
        .query(HORIZON)
        .execute()
        .map(
            rows ->
                rows.size() == 0 ? null : YearMonth.from(rows.iterator().next().getLocalDate(0)));
  }

  private static UUID idOf(Cursor cursor) {
    try {
      return UUID.fromString(cursor.text(1));
    } catch (IllegalArgumentException e) {
      throw InvalidRequest.field(
          "cursor", "unknown", "cursor must be the nextCursor of an earlier page of the same list");
    }
  }
}
