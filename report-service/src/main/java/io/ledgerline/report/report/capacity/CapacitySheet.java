package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.Curve;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.sheet.Chart;
import io.ledgerline.report.report.sheet.Column;
import io.ledgerline.report.report.sheet.ColumnType;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the report is laid out. */
final class CapacitySheet {
  static final SheetSpec SPEC =
      new SheetSpec(
          "lines",
          "By day, account, workspace, resource and meter",
          List.of(
              new Column("date", "Day", ColumnType.DATE),
              new Column("level", "Level", ColumnType.TEXT),
              new Column("source_account", "Account", ColumnType.TEXT),
              new Column("workspace", "Workspace", ColumnType.TEXT),
              new Column("source", "Source", ColumnType.TEXT),
              new Column("resource", "Resource", ColumnType.TEXT),
              new Column("meter", "Meter", ColumnType.TEXT),
              new Column("unit", "Unit", ColumnType.TEXT),
              new Column("average", "Average", ColumnType.DECIMAL),
              new Column("peak", "Peak", ColumnType.DECIMAL),
              new Column("percentile_95", "95th percentile", ColumnType.DECIMAL),
              new Column("unit_hours", "Unit-hours", ColumnType.DECIMAL),
              new Column("covered_hours", "Hours covered", ColumnType.DECIMAL),
              new Column("uncovered_hours", "Hours not covered", ColumnType.DECIMAL),
              new Column("utilisation_percent", "Utilisation %", ColumnType.DECIMAL),
              new Column("samples", "Samples", ColumnType.INTEGER),
              new Column("cost", "Cost", ColumnType.DECIMAL),
              new Column("currency", "Currency", ColumnType.TEXT)));

  private static final List<String> CHARTED =
      List.of("used_cores", "used_ram", "gpus", "vgpus", "storage_bytes", "cpu_cores", "ram_mb");

  private static final int MOST_BARS = 12;
  private static final int MOST_DAYS = 100;

  private CapacitySheet() {}

  /** The values of a line. */
  static List<Object> values(CapacityKey key, CapacityRow row, CapacityTally tally) {
    Curve.Figures figures = row.figures();
    return Arrays.asList(
        key.day(),
        key.level().wireName(),
        key.account(),
        key.workspace(),
        key.source(),
        key.resource(),
        key.meter().value(),
        tally.unit(key.meter()),
        figures.average(),
        figures.peak(),
        figures.percentile95(),
        figures.unitHours(),
        figures.coveredHours(),
        figures.uncoveredHours(),
        utilisation(key, figures, tally),
        figures.samples(),
        row.cost(),
        row.cost() == null ? null : CapacityTally.currency().getCurrencyCode());
  }

  /** Average by average of how much there is; null where nothing says how much there is. */
  private static BigDecimal utilisation(
      CapacityKey key, Curve.Figures figures, CapacityTally tally) {
    for (MeterName total : Totals.of(key.meter())) {
      Curve.Figures there = tally.figures(key.with(total));
      if (there != null) {
        return Curve.percent(figures.average(), there.average());
      }
    }
    return null;
  }

  /** The files' common name: the first and the last day of the period. */
  static String baseName(Period period) {
    LocalDate first = period.from().atZone(period.zone()).toLocalDate();
    LocalDate last = period.to().minusNanos(1).atZone(period.zone()).toLocalDate();
    return "capacity_" + first + "_" + last;
  }

  static PageStory story(Period period) {
    return PageStory.of(
        "Capacity", "What was there and how much of it was used, weighted by time.", period);
  }

  /** Says what came of it. */
  static void tell(PageStory story, CapacityTally tally) {
    RunTotals totals = tally.totals();
    SortedMap<CapacityKey, CapacityRow> rows = tally.rows();
    story
        .figure("Cost", totals.charges(), totals.currency())
        .figure("Resources", resources(rows))
        .figure("Meters", rows.keySet().stream().map(CapacityKey::meter).distinct().count())
        .exact("Cost, exact", totals.charges(), totals.currency());
    story.remark(
        "Lines of level 'account' and 'workspace' say again what the resources below them say,"
            + " of their sum: add up lines of one level only.");
    if (rows.values().stream().anyMatch(row -> row.figures().uncoveredHours().signum() > 0)) {
      story.note(
          "Some hours are not covered by samples. They are shown, and not guessed: see the column"
              + " 'Hours not covered'.");
    }
    if (tally.withoutResource() > 0) {
      story.note(
          "%d events have gauges and name no resource (attribute 'resource'): they are in no line."
              .formatted(tally.withoutResource()));
    }
    for (String meter : CHARTED) {
      chart(story, new MeterName(meter), rows, tally);
    }
    costs(story, totals, rows);
  }

  private static long resources(SortedMap<CapacityKey, CapacityRow> rows) {
    return rows.keySet().stream()
        .filter(key -> key.level() == CapacityKey.Level.RESOURCE)
        .map(key -> List.of(key.source(), key.resource()))
        .distinct()
        .count();
  }

  private static void chart(
      PageStory story,
      MeterName meter,
      SortedMap<CapacityKey, CapacityRow> rows,
      CapacityTally tally) {
    SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
    rows.forEach(
        (key, row) -> {
          if (key.level() == CapacityKey.Level.ACCOUNT
              && key.meter().equals(meter)
              && row.figures().average() != null) {
            days.merge(key.day(), row.figures().average(), BigDecimal::add);
          }
        });
    if (!days.isEmpty() && days.size() <= MOST_DAYS) {
      story.chart(
          new Chart(
              "Average of " + meter.value().replace('_', ' ') + " by day",
              tally.unit(meter),
              Chart.Shape.DAYS,
              bars(days)));
    }
  }

  private static void costs(
      PageStory story, RunTotals totals, SortedMap<CapacityKey, CapacityRow> rows) {
    SortedMap<String, BigDecimal> byResource = new TreeMap<>();
    rows.forEach(
        (key, row) -> {
          if (key.level() == CapacityKey.Level.RESOURCE && row.cost() != null) {
            byResource.merge(key.resource(), row.cost(), BigDecimal::add);
          }
        });
    if (!byResource.isEmpty()) {
      story.chart(
          Chart.largest("Cost by resource", totals.currency(), bars(byResource), MOST_BARS));
    }
  }

  private static <K> List<Chart.Bar> bars(Map<K, BigDecimal> values) {
    List<Chart.Bar> bars = new ArrayList<>();
    values.forEach((label, value) -> bars.add(new Chart.Bar(label.toString(), value)));
    return bars;
  }
}
