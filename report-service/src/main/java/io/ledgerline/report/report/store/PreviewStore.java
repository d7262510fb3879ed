package io.ledgerline.report.report.store;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the rollups have of a period, by model. Blocking. */
@ApplicationScoped
public class PreviewStore {
  private static final Duration LONG = Duration.ofMinutes(5);

  /** A row without a meter counts events. */
  private static final String BY_MODEL =
      """
      SELECT d.model, coalesce(m.name, '') AS meter, sum(r.quantity)::text AS quantity,
        sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
        LEFT JOIN meter_name m ON m.id = r.meter
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3
      GROUP BY d.model, m.name ORDER BY d.model COLLATE "C" NULLS LAST""";

  private final Pool database;

  PreviewStore(Pool database) {
    this.database = database;
  }

  /**
   * One model's usage.
   *
   * @param model as the source said it; null for usage without one
   * @param events its events
   * @param quantities sums by meter
   */
  public record ModelUsage(String model, long events, SortedMap<String, BigDecimal> quantities) {}

  /**
   * Usage by model, sorted by name; usage without a model comes last.
   *
   * @param period made of whole quarter hours
   */
  public List<ModelUsage> byModel(TenantId tenant, Period period) {
    RowSet<Row> rows =
        Awaiting.outcome(
            database
                .preparedQuery(BY_MODEL)
                .execute(
                    Tuple.of(tenant.value(), Columns.utc(period.from()), Columns.utc(period.to()))),
            LONG);
    List<ModelUsage> models = new ArrayList<>();
    for (Row row : rows) {
      String model = row.getString("model");
      if (models.isEmpty() || !Objects.equals(models.getLast().model(), model)) {
        models.add(new ModelUsage(model, 0, new TreeMap<>()));
      }
      add(models, row);
    }
    models.removeIf(model -> model.events() == 0 && model.quantities().isEmpty());
    return models;
  }

  private static void add(List<ModelUsage> models, Row row) {
    ModelUsage last = models.getLast();
    if (row.getString("meter").isEmpty()) {
      models.set(
          models.size() - 1,
          new ModelUsage(last.model(), row.getLong("events"), last.quantities()));
      return;
    }
    BigDecimal sum = new BigDecimal(row.getString("quantity"));
    if (sum.signum() != 0) {
      last.quantities().put(row.getString("meter"), Decimals.normal(sum));
    }
  }
}
