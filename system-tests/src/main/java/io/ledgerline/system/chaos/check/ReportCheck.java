package io.ledgerline.system.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.load.Sums;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reports of all days of the generator, compared with what they must say. */
public final class ReportCheck {
  private static final int MOST_EXAMPLES = 5;

  private ReportCheck() {}

  /**
   * Makes the report of every day.
   *
   * @throws IOException when one does not come
   */
  public static Map<LocalDate, Reports.Made> make(Reports reports)
      throws IOException, InterruptedException {
    Map<LocalDate, Reports.Made> made = new TreeMap<>();
    for (LocalDate day : Generator.days()) {
      made.put(day, reports.dailyUsage(day));
    }
    return made;
  }

  /**
   * What is otherwise in these reports than the first {@code count} events say; nothing else may be
   * on these days.
   */
  public static List<String> faults(
      Map<LocalDate, Reports.Made> made, Generator generator, int count) {
    List<String> faults = new ArrayList<>();
    made.forEach(
        (day, report) -> {
          if (!"COMPLETED".equals(report.state())
              || !"RECONCILED".equals(report.reconciliation())) {
            faults.add(day + " is " + report.state() + ", " + report.reconciliation());
          }
          List<String> lines = DailyUsageLines.of(generator.events(count), day);
          faults.addAll(differences(day, lines, report.lines()));
          faults.addAll(totals(day, generator, count, report.totals()));
        });
    return faults;
  }

  private static List<String> totals(
      LocalDate day, Generator generator, int count, JsonNode totals) {
    Sums expected =
        Sums.of(
            generator
                .events(count)
                .filter(e -> day.equals(LocalDate.ofInstant(e.time(), ZoneOffset.UTC))));
    List<String> faults = new ArrayList<>();
    if (expected.total(Sums.EVENTS).compareTo(totals.path("events").decimalValue()) != 0) {
      faults.add(day + " totals: events " + totals.path("events"));
    }
    totals
        .path("quantities")
        .properties()
        .forEach(
            each -> {
              String said = each.getValue().asText();
              if (expected.total(each.getKey()).compareTo(new java.math.BigDecimal(said)) != 0) {
                faults.add(
                    "%s totals: %s %s instead of %s"
                        .formatted(day, each.getKey(), said, expected.total(each.getKey())));
              }
            });
    return faults;
  }

  /** What is otherwise in {@code found} than in {@code expected}. */
  public static List<String> differences(
      Map<LocalDate, Reports.Made> expected, Map<LocalDate, Reports.Made> found) {
    List<String> faults = new ArrayList<>();
    expected.forEach(
        (day, report) -> {
          Reports.Made other = found.get(day);
          faults.addAll(differences(day, report.lines(), other.lines()));
          if (!report.totals().equals(other.totals())) {
            faults.add(day + " totals: " + other.totals() + " instead of " + report.totals());
          }
        });
    return faults;
  }

  private static List<String> differences(
      LocalDate day, List<String> expected, List<String> found) {
    List<String> faults = new ArrayList<>();
    if (expected.size() != found.size()) {
      faults.add(day + ": " + found.size() + " lines instead of " + expected.size());
    }
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      if (faults.size() < MOST_EXAMPLES && !expected.get(i).equals(found.get(i))) {
        faults.add(
            "%s line %d: '%s' instead of '%s'"
                .formatted(day, i + 1, found.get(i), expected.get(i)));
      }
    }
    return faults;
  }
}
