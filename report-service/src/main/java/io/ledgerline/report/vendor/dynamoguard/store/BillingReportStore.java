package io.ledgerline.report.vendor.dynamoguard.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.store.JsonColumns;
import io.ledgerline.report.vendor.dynamoguard.BillingDays;
import io.ledgerline.report.vendor.dynamoguard.BillingReport;
import io.ledgerline.report.vendor.dynamoguard.JobId;
import io.ledgerline.report.vendor.dynamoguard.ReportStatus;
import io.ledgerline.report.vendor.dynamoguard.Summary;
import io.ledgerline.report.vendor.dynamoguard.TokenTotals;
import io.ledgerline.report.vendor.dynamoguard.ValidPart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The numbers and further facts of DynamoGuard's reports. */
@ApplicationScoped
public class BillingReportStore {
  /** Whoever adds has the tenant's runs to itself, so that no number is given twice or left out. */
  private static final String ADD =
      "INSERT INTO dynamoguard_report (tenant, id, run_id, job_id, from_date, to_date, counts,"
          + " validation_error, environment) SELECT $1, coalesce(max(id), 0) + 1, $2, $3, $4, $5,"
          + " $6, $7, $8 FROM dynamoguard_report WHERE tenant = $1";

  private static final String SELECT =
      "SELECT d.id, d.job_id, d.run_id, d.from_date, d.to_date, d.validation_error,"
          + " d.totals::text AS totals, d.findings, r.state, r.failure::text AS failure,"
          + " r.reconciliation->>'result' AS reconciled, a.bucket || '/' || a.object_key AS bundle"
          + " FROM dynamoguard_report d JOIN report_run r ON r.id = d.run_id"
          + " LEFT JOIN artifact a ON a.run_id = d.run_id AND a.media_type = 'application/zip'"
          + " WHERE d.tenant = $1 AND ($2::text IS NULL OR scope_within(r.scope, $2))";

  private static final String ASKED =
      "SELECT id, job_id, from_date, to_date, counts, validation_error, environment"
          + " FROM dynamoguard_report WHERE run_id = $1";

  private static final String NOTE =
      "UPDATE dynamoguard_report SET totals = $2::text::jsonb, findings = $3 WHERE run_id = $1";

  private final Pool database;

  BillingReportStore(Pool database) {
    this.database = database;
  }

  /**
   * What is asked for.
   *
   * @param days the days
   * @param part which of them count
   * @param environment how the tenant's installation is called
   * @param at when
   */
  public record Wish(BillingDays days, ValidPart part, String environment, Instant at) {}

  /**
   * What whoever makes a report has to know of it.
   *
   * @param report its number, job and days
   * @param counts whether any of the days count
   * @param environment how the tenant's installation is called
   */
  public record Order(Summary.Asked report, boolean counts, String environment) {}

  /** Within the transaction that takes a new run: gives it the tenant's next number. */
  public Uni<Void> add(SqlClient transaction, TenantId tenant, UUID run, Wish wish) {
    Tuple values =
        Tuple.tuple()
            .addString(tenant.value())
            .addUUID(run)
            .addString(JobId.of(run, wish.at()))
            .addLocalDate(wish.days().from())
            .addLocalDate(wish.days().to())
            .addBoolean(wish.part().any())
            .addString(wish.part().error())
            .addString(wish.environment());
    return transaction.preparedQuery(ADD).execute(values).replaceWithVoid();
  }

  /** The report that a run makes; null when there is none. */
  public Uni<BillingReport> ofRun(Sight sight, UUID run) {
    return database
        .preparedQuery(SELECT + " AND d.run_id = $3")
        .execute(Tuple.of(sight.tenant().value(), sight.canonicalScope(), run))
        .map(BillingReportStore::first);
  }

  /** The report with a number; null when there is none. */
  public Uni<BillingReport> find(Sight sight, int id) {
    return database
        .preparedQuery(SELECT + " AND d.id = $3")
        .execute(Tuple.of(sight.tenant().value(), sight.canonicalScope(), id))
        .map(BillingReportStore::first);
  }

  /**
   * The reports that are seen, newest first.
   *
   * @param before only those with a lower number
   * @param most no more than so many
   */
  public Uni<List<BillingReport>> list(Sight sight, int before, int most) {
    return database
        .preparedQuery(SELECT + " AND d.id < $3 ORDER BY d.id DESC LIMIT $4")
        .execute(Tuple.of(sight.tenant().value(), sight.canonicalScope(), before, most))
        .map(
            rows -> {
              List<BillingReport> reports = new ArrayList<>();
              rows.forEach(row -> reports.add(read(row)));
              return reports;
            });
  }

  /** What a run is to make; empty when it was asked for in another way. */
  public Uni<Optional<Order>> order(UUID run) {
    return database
        .preparedQuery(ASKED)
        .execute(Tuple.of(run))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(readOrder(rows.iterator().next())));
  }

  /** Notes what a run's report says; shown once the run is completed. */
  public Uni<Void> note(UUID run, TokenTotals totals, int findings) {
    return database
        .preparedQuery(NOTE)
        .execute(Tuple.of(run, JsonColumns.write(totals), findings))
        .replaceWithVoid();
  }

  private static BillingReport first(RowSet<Row> rows) {
    return rows.size() == 0 ? null : read(rows.iterator().next());
  }

  private static BillingReport read(Row row) {
    ReportStatus status = ReportStatus.of(RunState.valueOf(row.getString("state")));
    RunFailure failure = JsonColumns.read(row.getString("failure"), RunFailure.class);
    boolean failed = status == ReportStatus.FAILED && failure != null;
    boolean completed = status == ReportStatus.COMPLETED;
    String reconciled = row.getString("reconciled");
    return new BillingReport(
        row.getInteger("id"),
        row.getString("job_id"),
        row.getUUID("run_id"),
        new BillingDays(row.getLocalDate("from_date"), row.getLocalDate("to_date")),
        failed ? failure.detail() : row.getString("validation_error"),
        status,
        completed ? row.getString("bundle") : null,
        new BillingReport.Integrity(
            completed ? "RECONCILED".equals(reconciled) : null, row.getInteger("findings")),
        completed ? JsonColumns.read(row.getString("totals"), TokenTotals.class) : null);
  }

  private static Order readOrder(Row row) {
    BillingDays days = new BillingDays(row.getLocalDate("from_date"), row.getLocalDate("to_date"));
    return new Order(
        new Summary.Asked(
            row.getInteger("id"), row.getString("job_id"), days, row.getString("validation_error")),
        row.getBoolean("counts"),
        row.getString("environment"));
  }
}
