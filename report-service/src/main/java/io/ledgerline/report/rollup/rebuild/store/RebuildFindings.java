package io.ledgerline.report.rollup.rebuild.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.rollup.rebuild.MonthFinding;
import io.ledgerline.report.rollup.rebuild.RebuildWish;
import io.ledgerline.report.rollup.rebuild.RowDifference;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Compares a month's rollups with those made from the ledger, and mends what batches are said to
 * add.
 */
@ApplicationScoped
public class RebuildFindings {
  /** One statement, so one snapshot: appliers write both tables in one transaction. */
  private static final String COMPARE =
      """
      WITH difference AS (
        SELECT charge_quarter, dimension_set, posting_quarter, meter,
          coalesce(o.quantity, 0) AS old_quantity, coalesce(n.quantity, 0) AS new_quantity,
          coalesce(o.events, 0) AS old_events, coalesce(n.events, 0) AS new_events
        FROM (SELECT * FROM rollup WHERE charge_quarter >= $1 AND charge_quarter < $2) o
          FULL JOIN %s n USING (charge_quarter, dimension_set, posting_quarter, meter)
        WHERE coalesce(o.quantity, 0) <> coalesce(n.quantity, 0)
          OR coalesce(o.events, 0) <> coalesce(n.events, 0)),
      named AS (
        SELECT f.*, coalesce(d.tenant, $3) AS tenant, d.source_account, d.principal, d.model,
          m.name AS meter_name
        FROM difference f LEFT JOIN dimension_set d ON d.id = f.dimension_set
          LEFT JOIN meter_name m ON m.id = f.meter),
      numbered AS (
        SELECT *, count(*) OVER (PARTITION BY tenant) AS all_of_tenant,
          row_number() OVER (PARTITION BY tenant
            ORDER BY charge_quarter, dimension_set, posting_quarter, meter) AS number
        FROM named)
      SELECT charge_quarter, dimension_set, posting_quarter, old_quantity::text, new_quantity::text,
        old_events, new_events, tenant, source_account, principal, model, meter_name, all_of_tenant
      FROM numbered WHERE number <= $4 ORDER BY tenant, number""";

  private static final String MEND =
      """
      UPDATE applied_batch a SET tenant = r.tenant, posting_quarter = r.posting_quarter,
        charge_from = r.charge_from, charge_to = r.charge_to, events = r.events, added = r.added
      FROM rebuilt_batch r
      WHERE r.table_name = $1 AND a.batch_id = r.batch_id
        AND (a.tenant, a.posting_quarter, a.charge_from, a.charge_to, a.events, a.added)
          IS DISTINCT FROM
          (r.tenant, r.posting_quarter, r.charge_from, r.charge_to, r.events, r.added)
      RETURNING r.tenant""";

  private static final String BATCHES =
      "SELECT tenant, count(*) FROM rebuilt_batch WHERE table_name = $1 GROUP BY tenant";

  private static final String UNKNOWN =
      """
      SELECT tenant, count(*) FROM applied_batch a WHERE a.charge_to >= $1 AND a.charge_from < $2
        AND NOT EXISTS (SELECT FROM rebuilt_batch r
          WHERE r.table_name = $3 AND r.batch_id = a.batch_id)
      GROUP BY tenant""";

  private static final String NOTE =
      """
      INSERT INTO rollup_rebuild_finding AS f (job, month, tenant, batches, mended_batches,
        unknown_batches, differences, first_differences)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb)
      ON CONFLICT (job, month, tenant) DO UPDATE SET batches = excluded.batches,
        mended_batches = f.mended_batches + excluded.mended_batches,
        unknown_batches = excluded.unknown_batches, differences = excluded.differences,
        first_differences = excluded.first_differences""";

  private final Pool database;

  RebuildFindings(Pool database) {
    this.database = database;
  }

  /**
   * Compares a month with its new table, mends the notes of its batches and keeps what was found.
   *
   * @param owner to whom rows without a tenant are shown
   */
  public Uni<Void> take(UUID job, TenantId owner, YearMonth month, String table) {
    return database.withTransaction(
        tx -> {
          Map<String, Found> found = new HashMap<>();
          found.put(owner.value(), new Found());
          return compare(tx, owner, month, table, found)
              .chain(() -> count(tx, BATCHES, Tuple.of(table)))
              .invoke(n -> n.forEach((t, c) -> of(found, t).batches = c))
              .chain(() -> count(tx, UNKNOWN, span(month).addString(table)))
              .invoke(n -> n.forEach((t, c) -> of(found, t).unknown = c))
              .chain(() -> tx.preparedQuery(MEND).execute(Tuple.of(table)))
              .invoke(rows -> rows.forEach(row -> of(found, row.getString(0)).mended++))
              .chain(() -> note(tx, job, month, found));
        });
  }

  private static Uni<Void> compare(
      SqlConnection tx, TenantId owner, YearMonth month, String table, Map<String, Found> found) {
    return tx.preparedQuery(COMPARE.formatted(table))
        .execute(span(month).addString(owner.value()).addInteger(MonthFinding.KEPT))
        .invoke(
            rows -> {
              for (Row row : rows) {
                Found of = of(found, row.getString("tenant"));
                of.differences = row.getLong("all_of_tenant");
                of.first.add(difference(row));
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Map<String, Long>> count(SqlConnection tx, String sql, Tuple values) {
    return tx.preparedQuery(sql)
        .execute(values)
        .map(
            (RowSet<Row> rows) -> {
              Map<String, Long> counts = new HashMap<>();
              rows.forEach(row -> counts.put(row.getString(0), row.getLong(1)));
              return counts;
            });
  }

  private static Uni<Void> note(
      SqlConnection tx, UUID job, YearMonth month, Map<String, Found> found) {
    return Multi.createFrom()
        .iterable(found.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            entry -> {
              Found of = entry.getValue();
              return tx.preparedQuery(NOTE)
                  .execute(
                      Tuple.tuple()
                          .addUUID(job)
                          .addLocalDate(month.atDay(1))
                          .addString(entry.getKey())
                          .addLong(of.batches)
                          .addLong(of.mended)
                          .addLong(of.unknown)
                          .addLong(of.differences)
                          .addString(JsonColumns.write(of.first)));
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static RowDifference difference(Row row) {
    UUID principal = row.getUUID("principal");
    return new RowDifference(
        Columns.instant(row, "charge_quarter"),
        Columns.instant(row, "posting_quarter"),
        row.getLong("dimension_set"),
        row.getString("source_account"),
        principal == null ? null : principal.toString(),
        row.getString("model"),
        row.getString("meter_name"),
        row.getString("old_quantity"),
        row.getString("new_quantity"),
        row.getLong("old_events"),
        row.getLong("new_events"));
  }

  private static Tuple span(YearMonth month) {
    return Tuple.tuple()
        .addOffsetDateTime(Columns.utc(RebuildWish.start(month)))
        .addOffsetDateTime(Columns.utc(RebuildWish.start(month.plusMonths(1))));
  }

  private static Found of(Map<String, Found> found, String tenant) {
    return found.computeIfAbsent(tenant, t -> new Found());
  }

  /** What is found of one tenant, while it is being found. */
  private static final class Found {
    private final List<RowDifference> first = new ArrayList<>();
    private long differences;
    private long batches;
    private long unknown;
    private long mended;
  }
}
