package io.ledgerline.report.report.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.report.RunProgress;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A row of table {@code report_run}. */
final class RunRow {
  static final String COLUMNS =
      "r.id, r.tenant, r.kind, r.state, r.period::text AS period, r.period_from, r.period_to,"
          + " r.zone, r.deliveries::text AS deliveries, r.formats, r.schedule_id, r.due_at, r.created_at,"
          + " r.created_by, r.started_at, r.completed_at, r.attempts, r.fencing, r.watermark,"
          + " r.chain_head,"
          + " r.price_book_at, r.provisional, r.progress::text AS progress,"
          + " r.totals::text AS totals, r.reconciliation::text AS reconciliation,"
          + " r.failure::text AS failure, r.scope";

  /** Deliveries as they lie in a {@code jsonb} column. */
  static final TypeReference<List<DeliveryTarget>> DELIVERIES = new TypeReference<>() {};

  private RunRow() {}

  static List<ReportRun> all(RowSet<Row> rows) {
    List<ReportRun> runs = new ArrayList<>(rows.size());
    rows.forEach(row -> runs.add(read(row)));
    return runs;
  }

  static ReportRun read(Row row) {
    return new ReportRun(
        row.getUUID("id"),
        new TenantId(row.getString("tenant")),
        new RunRequest(
            row.getString("kind"),
            JsonColumns.read(row.getString("period"), PeriodSpec.class),
            JsonColumns.read(row.getString("deliveries"), DELIVERIES),
            RunFormats.of(List.of(row.getArrayOfStrings("formats")))),
        new Period(
            Columns.instant(row, "period_from"),
            Columns.instant(row, "period_to"),
            ZoneId.of(row.getString("zone"))),
        RunState.valueOf(row.getString("state")),
        new ReportRun.Origin(
            Columns.instant(row, "created_at"),
            row.getString("created_by"),
            row.getUUID("schedule_id"),
            Columns.instant(row, "due_at"),
            AccessScope.ofCanonical(row.getString("scope"))),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "completed_at"),
        row.getInteger("attempts"),
        row.getLong("fencing"),
        row.getLong("watermark"),
        row.getString("chain_head"),
        Columns.instant(row, "price_book_at"),
        row.getBoolean("provisional"),
        JsonColumns.read(row.getString("progress"), RunProgress.class),
        JsonColumns.read(row.getString("totals"), RunTotals.class),
        JsonColumns.read(row.getString("reconciliation"), Reconciliation.class),
        JsonColumns.read(row.getString("failure"), RunFailure.class));
  }
}
