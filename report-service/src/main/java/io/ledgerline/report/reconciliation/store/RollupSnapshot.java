package io.ledgerline.report.reconciliation.store;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.reconciliation.UsageCell;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rollups and applied batches at one moment: a read-only transaction that closing ends. Blocking;
 * for one thread.
 */
public final class RollupSnapshot implements AutoCloseable {
  /** Adding up a month of many accounts takes its time. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final String SUMS =
      """
      SELECT coalesce(m.name, '') AS meter, sum(r.quantity)::text AS quantity,
        sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
        LEFT JOIN meter_name m ON m.id = r.meter
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3
      GROUP BY r.meter, m.name""";

  private static final String HOUR =
      """
      SELECT d.source_account, coalesce(m.name, '') AS meter, sum(r.quantity)::text AS quantity,
        sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
        LEFT JOIN meter_name m ON m.id = r.meter
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3
      GROUP BY d.source_account, r.meter, m.name""";

  private static final String CELLS =
      """
      SELECT r.charge_quarter, d.source_account, d.principal, d.workspace, d.project, d.provider,
        d.model, d.region, d.operation, d.price_class, coalesce(m.name, '') AS meter,
        sum(r.quantity)::text AS quantity, sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
        LEFT JOIN meter_name m ON m.id = r.meter
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3
        AND d.source_account = ANY ($4)
      GROUP BY r.charge_quarter, d.id, r.meter, m.name""";

  private static final String BATCHES =
      """
      SELECT batch_id, added::text AS added FROM applied_batch
      WHERE tenant = $1 AND charge_to >= $2 AND charge_from < $3 ORDER BY batch_id""";

  private static final String HORIZON = "SELECT kept_from FROM rollup_horizon";

  private final SqlConnection connection;
  private final TenantId tenant;

  RollupSnapshot(SqlConnection connection, TenantId tenant) {
    this.connection = connection;
    this.tenant = tenant;
  }

  /**
   * The rollups of a period, whatever batch they came from.
   *
   * @param period made of whole quarter hours
   */
  public Sums sums(Period period) {
    long events = 0;
    SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    for (Row row : query(SUMS, within(period.from(), period.to()))) {
      if (row.getString("meter").equals(AccountMeter.EVENTS)) {
        events += row.getLong("events");
      } else {
        quantities.put(row.getString("meter"), amount(row));
      }
    }
    return new Sums(events, quantities);
  }

  /** The rollups of the hour that begins at {@code hour}. */
  public Map<AccountMeter, BigDecimal> hour(Instant hour) {
    Map<AccountMeter, BigDecimal> sums = new HashMap<>();
    for (Row row : query(HOUR, within(hour, hour.plus(1, ChronoUnit.HOURS)))) {
      sums.put(
          new AccountMeter(row.getString("source_account"), row.getString("meter")), amount(row));
    }
    return sums;
  }

  /** The rollups of some accounts in an hour, as finely as there are any. */
  public Map<UsageCell, BigDecimal> cells(Instant hour, Collection<String> sourceAccounts) {
    Tuple values = within(hour, hour.plus(1, ChronoUnit.HOURS));
    values.addArrayOfString(sourceAccounts.toArray(String[]::new));
    Map<UsageCell, BigDecimal> cells = new HashMap<>();
    for (Row row : query(CELLS, values)) {
      cells.merge(cell(row), amount(row), BigDecimal::add);
    }
    return cells;
  }

  /** From when on rollups are kept; null when none was ever dropped. */
  public Instant keptFrom() {
    RowSet<Row> rows = query(HORIZON, Tuple.tuple());
    return rows.size() == 0
        ? null
        : rows.iterator().next().getLocalDate(0).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * What each applied batch added to a period; batches that added nothing to it are left out. The
   * caller closes it.
   *
   * @param period made of whole quarter hours
   */
  public AppliedBatches applied(Period period) {
    return new AppliedBatches(connection, BATCHES, within(period.from(), period.to()), period);
  }

  @Override
  public void close() {
    try {
      Awaiting.outcome(connection.query("ROLLBACK").execute());
    } finally {
      Awaiting.outcome(connection.close());
    }
  }

  private Tuple within(Instant from, Instant to) {
    return Tuple.of(tenant.value(), Columns.utc(from), Columns.utc(to));
  }

  private RowSet<Row> query(String sql, Tuple values) {
    return Awaiting.outcome(connection.preparedQuery(sql).execute(values), LONG);
  }

  private static BigDecimal amount(Row row) {
    return row.getString("meter").equals(AccountMeter.EVENTS)
        ? BigDecimal.valueOf(row.getLong("events"))
        : new BigDecimal(row.getString("quantity"));
  }

  private static UsageCell cell(Row row) {
    return new UsageCell(
        Columns.instant(row, "charge_quarter"),
        row.getString("source_account"),
        row.getUUID("principal"),
        row.getString("workspace"),
        row.getString("project"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("region"),
        row.getString("operation"),
        row.getString("price_class"),
        row.getString("meter"));
  }
}
