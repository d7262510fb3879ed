package io.ledgerline.report.schedule.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.schedule.CatchUp;
import io.ledgerline.report.schedule.PeriodRule;
import io.ledgerline.report.schedule.Schedule;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row of table {@code schedule}. */
final class ScheduleRow {
  static final String SELECT =
      "SELECT s.id, s.tenant, s.name, s.kind, s.cron, s.zone, s.starts_at, s.ends_at, s.catch_up,"
          + " s.period_rule, s.deliveries::text AS deliveries, s.formats, s.enabled, s.next_due_at,"
          + " s.created_at, s.created_by, s.asked, s.scope FROM schedule s";

  static final String INSERT =
      "INSERT INTO schedule (id, tenant, name, kind, cron, zone, starts_at, ends_at, catch_up,"
          + " period_rule, deliveries, next_due_at, created_at, created_by, asked, scope, formats)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12, $13, $14,"
          + " $15, $16, $17) ON CONFLICT (tenant, name) DO NOTHING";

  private static final TypeReference<List<DeliveryTarget>> DELIVERIES = new TypeReference<>() {};

  private ScheduleRow() {}

  static Tuple values(Schedule schedule, String asked) {
    Schedule.Plan plan = schedule.plan();
    return Tuple.tuple()
        .addUUID(schedule.id())
        .addString(schedule.tenant().value())
        .addString(plan.name())
        .addString(plan.kind())
        .addString(plan.cron())
        .addString(plan.zone().getId())
        .addOffsetDateTime(Columns.utc(plan.startsAt()))
        .addOffsetDateTime(Columns.utc(plan.endsAt()))
        .addString(plan.catchUp().wire())
        .addString(plan.period().wire())
        .addString(JsonColumns.write(plan.deliveries(), DELIVERIES))
        .addOffsetDateTime(Columns.utc(schedule.nextDueAt()))
        .addOffsetDateTime(Columns.utc(schedule.createdAt()))
        .addString(schedule.createdBy())
        .addString(asked)
        .addString(schedule.scope() == null ? null : schedule.scope().canonical())
        .addArrayOfString(plan.formats().names().toArray(String[]::new));
  }

  static List<Schedule> all(RowSet<Row> rows) {
    List<Schedule> schedules = new ArrayList<>(rows.size());
    rows.forEach(row -> schedules.add(read(row)));
    return schedules;
  }

  static Schedule read(Row row) {
    return new Schedule(
        row.getUUID("id"),
        new TenantId(row.getString("tenant")),
        new Schedule.Plan(
            row.getString("name"),
            row.getString("kind"),
            row.getString("cron"),
            ZoneId.of(row.getString("zone")),
            Columns.instant(row, "starts_at"),
            Columns.instant(row, "ends_at"),
            CatchUp.valueOf(row.getString("catch_up").toUpperCase(Locale.ROOT)),
            PeriodRule.of(row.getString("period_rule")),
            JsonColumns.read(row.getString("deliveries"), DELIVERIES),
            RunFormats.of(List.of(row.getArrayOfStrings("formats")))),
        row.getBoolean("enabled"),
        Columns.instant(row, "next_due_at"),
        Columns.instant(row, "created_at"),
        row.getString("created_by"),
        AccessScope.ofCanonical(row.getString("scope")));
  }
}
