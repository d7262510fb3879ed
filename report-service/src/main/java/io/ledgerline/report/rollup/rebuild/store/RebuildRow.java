package io.ledgerline.report.rollup.rebuild.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.rollup.rebuild.Rebuild;
import io.ledgerline.report.rollup.rebuild.RebuildFailure;
import io.ledgerline.report.rollup.rebuild.RebuildProgress;
import io.ledgerline.report.rollup.rebuild.RebuildState;
import io.ledgerline.report.rollup.rebuild.RebuildWish;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;

/** A row of table {@code rollup_rebuild}. */
final class RebuildRow {
  static final String COLUMNS =
      "r.id, r.tenant, r.state, r.asked_from, r.asked_to, r.reason, r.remove_unknown, r.created_at,"
          + " r.created_by, r.started_at, r.completed_at, r.fencing, r.attempts,"
          + " r.progress::text AS progress, r.failure::text AS failure";

  private RebuildRow() {}

  static List<Rebuild> all(RowSet<Row> rows) {
    List<Rebuild> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(read(row)));
    return all;
  }

  static Rebuild read(Row row) {
    return new Rebuild(
        row.getUUID("id"),
        new TenantId(row.getString("tenant")),
        new RebuildWish(
            Columns.instant(row, "asked_from"),
            Columns.instant(row, "asked_to"),
            row.getString("reason"),
            row.getBoolean("remove_unknown")),
        RebuildState.valueOf(row.getString("state")),
        new Rebuild.Origin(Columns.instant(row, "created_at"), row.getString("created_by")),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "completed_at"),
        row.getLong("fencing"),
        row.getInteger("attempts"),
        JsonColumns.read(row.getString("progress"), RebuildProgress.class),
        JsonColumns.read(row.getString("failure"), RebuildFailure.class));
  }
}
