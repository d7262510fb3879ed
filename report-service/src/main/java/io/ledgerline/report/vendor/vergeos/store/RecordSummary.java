package io.ledgerline.report.vendor.vergeos.store;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.vendor.vergeos.query.Condition;
import io.ledgerline.report.vendor.vergeos.query.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.BiConsumer;

/**
 * Averages, peaks and 95th percentiles of records, as the vendor's client works them out from all
 * rows, but in the database. Without a record every value is 0.
 */
@ApplicationScoped
public class RecordSummary {
  private static final String MB_PER_GB = "1024.0";
  private static final String BYTES_PER_GB = "1073741824.0";
  private static final String ALL_TIERS =
      "(tier_0_used + tier_1_used + tier_2_used + tier_3_used + tier_4_used + tier_5_used)";
  private static final Map<String, String> VALUES = values();

  private final Pool database;

  RecordSummary(Pool database) {
    this.database = database;
  }

  /**
   * Summarises.
   *
   * @param scope what of the tenant is seen; null for all
   * @param filter which records; null for all
   * @return numbers by name
   */
  public Uni<Map<String, Object>> of(TenantId tenant, AccessScope scope, Condition filter) {
    StringJoiner columns = new StringJoiner(", ");
    VALUES.forEach(
        (name, sql) -> columns.add("trim_scale(round((" + sql + ")::numeric, 6)) AS " + name));
    Sql sql = RecordParts.from(new Sql("SELECT " + columns), tenant, scope);
    if (filter != null) {
      sql.text(" AND ").condition(filter);
    }
    return database
        .preparedQuery(sql.text())
        .execute(Tuple.from(sql.values()))
        .map(rows -> shown(rows.iterator().next()));
  }

  private static Map<String, Object> shown(Row row) {
    Map<String, Object> shown = new LinkedHashMap<>();
    VALUES.keySet().forEach(name -> shown.put(name, number(row.getBigDecimal(name))));
    return shown;
  }

  private static BigDecimal number(BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  private static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("record_count", "count(*)");
    values.put("first_created", "min(created)");
    values.put("last_created", "max(created)");
    BiConsumer<String, String> spread =
        (name, value) -> {
          values.put("avg_" + name, "avg(" + value + ")");
          values.put("peak_" + name, "max(" + value + ")");
          values.put("p95_" + name, "percentile_disc(0.95) WITHIN GROUP (ORDER BY " + value + ")");
        };
    spread.accept("cpu_utilization", share("used_cores", "total_cores"));
    spread.accept("cpu_cores", "used_cores");
    spread.accept("ram_utilization", share("used_ram", "total_ram"));
    spread.accept("ram_gb", "used_ram / " + MB_PER_GB);
    spread.accept("storage_used_gb", ALL_TIERS + " / " + BYTES_PER_GB);
    values.put("total_gpus", newest("gpus_total"));
    spread.accept("gpus_used", "gpus");
    values.put("total_vgpus", newest("vgpus_total"));
    spread.accept("vgpus_used", "vgpus");
    return values;
  }

  private static String share(String used, String total) {
    return "CASE WHEN %2$s > 0 THEN %1$s * 100.0 / %2$s ELSE 0 END".formatted(used, total);
  }

  private static String newest(String column) {
    return "(array_agg(" + column + " ORDER BY created DESC, key DESC))[1]";
  }
}
