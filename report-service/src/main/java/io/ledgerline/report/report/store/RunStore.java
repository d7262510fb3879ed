package io.ledgerline.report.report.store;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks for runs and looks at them. */
@ApplicationScoped
public class RunStore {
  private static final String ADD =
      "INSERT INTO report_run (id, tenant, kind, state, period, period_from, period_to, zone,"
          + " deliveries, schedule_id, due_at, created_at, created_by, formats, scope) VALUES ($1, $2, $3,"
          + " 'QUEUED', $4::text::jsonb, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12, $13, $14)";

  private static final String FIND =
      "SELECT "
          + RunRow.COLUMNS
          + " FROM report_run r WHERE r.tenant = $1 AND r.id = $2"
          + " AND ($3::text IS NULL OR scope_within(r.scope, $3))";

  private static final String LIST =
      "SELECT "
          + RunRow.COLUMNS
          + " FROM report_run r WHERE r.tenant = $1 AND ($2::text IS NULL OR r.kind = $2)"
          + " AND ($3::text IS NULL OR r.state = $3)"
          + " AND ($4::uuid IS NULL OR r.schedule_id = $4)"
          + " AND ($5::timestamptz IS NULL OR r.created_at >= $5)"
          + " AND ($6::timestamptz IS NULL OR r.created_at < $6)"
          + " AND ($7::timestamptz IS NULL OR r.period_to > $7)"
          + " AND ($8::timestamptz IS NULL OR r.period_from < $8)"
          + " AND ($9::timestamptz IS NULL OR (r.%1$s, r.id) %2$s ($9, $10))"
          + " AND ($12::text IS NULL OR scope_within(r.scope, $12))"
          + " ORDER BY r.%1$s %3$s, r.id %3$s LIMIT $11";

  private static final String CANCEL =
      "UPDATE report_run r SET state = 'FAILED', failure = $3::text::jsonb, completed_at = $4,"
          + " progress = NULL, lease_owner = NULL, lease_until = NULL, not_before = NULL"
          + " WHERE r.tenant = $1 AND r.id = $2 AND r.state IN ('QUEUED', 'RUNNING')"
          + " AND ($5::text IS NULL OR scope_within(r.scope, $5)) RETURNING "
          + RunRow.COLUMNS;

  private final Pool database;

  RunStore(Pool database) {
    this.database = database;
  }

  /** Adds a run that waits to be made, in the transaction or pool of {@code client}. */
  public Uni<UUID> add(
      SqlClient client, TenantId tenant, RunRequest request, ReportRun.Origin origin) {
    UUID id = UUID.randomUUID();
    Period period = request.period().period();
    Tuple values =
        Tuple.tuple()
            .addUUID(id)
            .addString(tenant.value())
            .addString(request.kind())
            .addString(JsonColumns.write(request.period()))
            .addOffsetDateTime(Columns.utc(period.from()))
            .addOffsetDateTime(Columns.utc(period.to()))
            .addString(period.zone().getId())
            .addString(JsonColumns.write(request.deliveries(), RunRow.DELIVERIES))
            .addUUID(origin.scheduleId())
            .addOffsetDateTime(Columns.utc(origin.dueAt()))
            .addOffsetDateTime(Columns.utc(origin.createdAt()))
            .addString(origin.createdBy())
            .addArrayOfString(request.formats().names().toArray(String[]::new))
            .addString(origin.scope() == null ? null : origin.scope().canonical());
    return client.preparedQuery(ADD).execute(values).replaceWith(id);
  }

  /** Adds a run that waits to be made. */
  public Uni<UUID> add(TenantId tenant, RunRequest request, ReportRun.Origin origin) {
    return add(database, tenant, request, origin);
  }

  /** One of the tenant's runs, whatever it is about; null when there is none. */
  public Uni<ReportRun> find(TenantId tenant, UUID id) {
    return find(Sight.ofAll(tenant), id);
  }

  /** One of the runs that are seen; null when there is none. */
  public Uni<ReportRun> find(Sight sight, UUID id) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(sight.tenant().value(), id, sight.canonicalScope()))
        .map(rows -> rows.size() == 0 ? null : RunRow.read(rows.iterator().next()));
  }

  /** The runs that are seen as the query wants them, one more than its limit if there are more. */
  public Uni<List<ReportRun>> list(Sight sight, RunQuery query) {
    String sql = LIST.formatted(query.column(), query.sort().later(), query.sort().direction());
    Tuple values =
        Tuple.tuple()
            .addString(sight.tenant().value())
            .addString(query.kind())
            .addString(query.state() == null ? null : query.state().name())
            .addUUID(query.scheduleId())
            .addOffsetDateTime(Columns.utc(query.created().from()))
            .addOffsetDateTime(Columns.utc(query.created().to()))
            .addOffsetDateTime(Columns.utc(query.covering().from()))
            .addOffsetDateTime(Columns.utc(query.covering().to()))
            .addOffsetDateTime(Columns.utc(query.afterTime()))
            .addUUID(query.afterId())
            .addInteger(query.limit().plusOne())
            .addString(sight.canonicalScope());
    return database.preparedQuery(sql).execute(values).map(RunRow::all);
  }

  /**
   * Takes a run back that waits or is being made. Whoever makes it meets that at its next step and
   * stores nothing.
   *
   * @return the run as it is now; null when there is none, or it is over
   */
  public Uni<ReportRun> cancel(Sight sight, UUID id, RunFailure why, Instant now) {
    return database
        .preparedQuery(CANCEL)
        .execute(
            Tuple.of(
                sight.tenant().value(),
                id,
                JsonColumns.write(why),
                Columns.utc(now),
                sight.canonicalScope()))
        .map(rows -> rows.size() == 0 ? null : RunRow.read(rows.iterator().next()));
  }

  /** How many runs are in each state, for the metrics. */
  public Uni<Map<String, Long>> countByState() {
    return database
        .query("SELECT state, count(*) AS n FROM report_run GROUP BY state")
        .execute()
        .map(
            rows -> {
              Map<String, Long> counts = new HashMap<>();
              rows.forEach(row -> counts.put(row.getString("state"), row.getLong("n")));
              return counts;
            });
  }

  /** Seconds since the oldest run that waits to be made was asked for; 0 when none waits. */
  public Uni<Long> oldestWaitingSeconds() {
    return database
        .query(
            "SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint"
                + " FROM report_run WHERE state = 'QUEUED'")
        .execute()
        .map(rows -> Math.max(0, rows.iterator().next().getLong(0)));
  }
}
