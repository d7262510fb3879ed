package io.ledgerline.report.report.chargeback.store;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.report.chargeback.FixedMonth;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table {@code chargeback_month}. */
@ApplicationScoped
public class FixedMonthStore {
  private static final String COLUMNS =
      "SELECT month, watermark, chain_head, known_at, fixed_at, fixed_by FROM chargeback_month"
          + " WHERE tenant = $1";
  private static final String FIX =
      "INSERT INTO chargeback_month"
          + " (tenant, month, watermark, chain_head, known_at, fixed_at, fixed_by)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (tenant, month) DO NOTHING";
  private static final String RELEASE =
      "DELETE FROM chargeback_month WHERE tenant = $1 AND month = $2";
  private static final String LAST_POSTED =
      "SELECT max(posting_quarter) AS last FROM applied_batch"
          + " WHERE tenant = $1 AND charge_to >= $2 AND charge_from < $3";

  private final Pool database;

  FixedMonthStore(Pool database) {
    this.database = database;
  }

  /** The month, when it is fixed. */
  public Uni<Optional<FixedMonth>> find(TenantId tenant, YearMonth month) {
    return database
        .preparedQuery(COLUMNS + " AND month = $2")
        .execute(Tuple.of(tenant.value(), month.atDay(1)))
        .map(rows -> list(rows).stream().findFirst());
  }

  /** Fixed months, newest first, those before {@code before}. */
  public Uni<List<FixedMonth>> list(TenantId tenant, YearMonth before, int limit) {
    LocalDate end = before == null ? LocalDate.of(9999, 12, 31) : before.atDay(1);
    return database
        .preparedQuery(COLUMNS + " AND month < $2 ORDER BY month DESC LIMIT $3")
        .execute(Tuple.of(tenant.value(), end, limit))
        .map(FixedMonthStore::list);
  }

  /** Fixes a month unless it is fixed already; answers how it is fixed then. */
  public Uni<FixedMonth> fix(TenantId tenant, FixedMonth month) {
    return database
        .preparedQuery(FIX)
        .execute(
            Tuple.tuple()
                .addString(tenant.value())
                .addLocalDate(month.month().atDay(1))
                .addLong(month.watermark())
                .addString(month.chainHead())
                .addOffsetDateTime(Columns.utc(month.knownAt()))
                .addOffsetDateTime(Columns.utc(month.fixedAt()))
                .addString(month.fixedBy()))
        .chain(() -> find(tenant, month.month()))
        .map(found -> found.orElse(month));
  }

  /** Lets later usage into the month's reports again; whether it was fixed. */
  public Uni<Boolean> release(TenantId tenant, YearMonth month) {
    return database
        .preparedQuery(RELEASE)
        .execute(Tuple.of(tenant.value(), month.atDay(1)))
        .map(rows -> rows.rowCount() > 0);
  }

  /** The posting quarter hour of the last usage of a period that was rolled up; null for none. */
  public Uni<Instant> lastPosted(TenantId tenant, Period period) {
    return database
        .preparedQuery(LAST_POSTED)
        .execute(Tuple.of(tenant.value(), Columns.utc(period.from()), Columns.utc(period.to())))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return row.getValue("last") == null ? null : Columns.instant(row, "last");
            });
  }

  private static List<FixedMonth> list(RowSet<Row> rows) {
    List<FixedMonth> months = new ArrayList<>();
    for (Row row : rows) {
      months.add(
          new FixedMonth(
              YearMonth.from(row.getLocalDate("month")),
              row.getLong("watermark"),
              row.getString("chain_head"),
              Columns.instant(row, "known_at"),
              Columns.instant(row, "fixed_at"),
              row.getString("fixed_by")));
    }
    return months;
  }
}
