package io.ledgerline.report.rollup.store;

import java.time.YearMonth;

/**
 * The SQL of a partition's table. Rows of the open quarter hours are updated many times a second: a
 * page keeps room for their next versions, so that updates stay on the page and touch no index, and
 * autovacuum comes early and does not dawdle.
 */
final class PartitionTable {
  private static final String STORAGE =
      "fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 2000,"
          + " autovacuum_vacuum_cost_delay = 0, autovacuum_analyze_scale_factor = 0.2";

  private static final String BOUND = "within_month";
  private static final int YEAR_AT = "rollup_y".length();
  private static final int MONTH_AT = YEAR_AT + "2024m".length();

  private PartitionTable() {}

  /** The name of a month's partition. */
  static String of(YearMonth month) {
    return "rollup_y%04dm%02d".formatted(month.getYear(), month.getMonthValue());
  }

  /** The month whose partition has this name. */
  static YearMonth monthOf(String name) {
    return YearMonth.of(
        Integer.parseInt(name.substring(YEAR_AT, MONTH_AT - 1)),
        Integer.parseInt(name.substring(MONTH_AT)));
  }

  /** Makes a table apart, with all that a partition has. */
  static String create(String table) {
    return "CREATE TABLE %s (LIKE rollup INCLUDING ALL) WITH (%s)".formatted(table, STORAGE);
  }

  /** Makes a table the partition of a month. */
  static String attach(String table, YearMonth month) {
    return "ALTER TABLE rollup ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
        .formatted(table, start(month), start(month.plusMonths(1)));
  }

  /** Says what attaching would have to check by reading all of the table. */
  static String bound(String table, YearMonth month) {
    return "ALTER TABLE %s ADD CONSTRAINT %s CHECK (charge_quarter >= '%s' AND charge_quarter < '%s')"
        .formatted(table, BOUND, start(month), start(month.plusMonths(1)));
  }

  /** Takes the constraint away that {@link #bound} made: the partition's own bounds do now. */
  static String unbound(String table) {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, BOUND);
  }

  private static String start(YearMonth month) {
    return "%04d-%02d-01 00:00:00+00".formatted(month.getYear(), month.getMonthValue());
  }
}
