package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.RatedParts;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds a line of one of the further tables again: everything is read twice, once to know the
 * lines, once to know what is behind the one.
 */
final class DailyUsageSummaryLine {
  private DailyUsageSummaryLine() {}

  /** A line as it stands there, and which events it adds up. */
  private record Found(SheetSpec table, List<Object> values, Predicate<LedgerLine> has) {}

  static Optional<ExplainedLine> find(LineQuestion question) throws IOException {
    DailyUsageSummary summary = new DailyUsageSummary(question.zone());
    DailyUsageRule rule = new DailyUsageRule(question.rating());
    question
        .detailFrom()
        .apply(null)
        .forEach(
            event -> {
              RatedEvent rated = rule.rate(event);
              summary.add(event, rated, rule.cells(event, rated).isPresent());
            });
    Optional<Found> line =
        question.isOf(DailyUsageSummarySheets.PRINCIPALS.name())
            ? nth(summary.principals(), question.line()).map(DailyUsageSummaryLine::found)
            : nth(summary.parts(), question.line()).map(one -> found(one, question.zone()));
    return line.isPresent() ? Optional.of(explained(question, line.get())) : Optional.empty();
  }

  private static <K, V> Optional<Map.Entry<K, V>> nth(Map<K, V> lines, long line) {
    return lines.entrySet().stream().skip(line - 1).findFirst();
  }

  private static Found found(Map.Entry<DailyUsageSummary.Principal, DailyUsageSummary.Sum> line) {
    return new Found(
        DailyUsageSummarySheets.PRINCIPALS,
        DailyUsageSummarySheets.values(line.getKey(), line.getValue()),
        line.getKey()::has);
  }

  private static Found found(
      Map.Entry<DailyUsageSummary.Part, DailyUsageSummary.Sum> line, ZoneId zone) {
    return new Found(
        DailyUsageSummarySheets.TOTALS,
        DailyUsageSummarySheets.values(line.getKey(), line.getValue()),
        event -> line.getKey().has(event, zone));
  }

  private static ExplainedLine explained(LineQuestion question, Found line) throws IOException {
    Predicate<LedgerLine> isOf =
        event -> DailyUsageLayout.concerns(event) && line.has().test(event);
    RatedParts parts = new RatedParts(DailyUsageRule.currency());
    DailyUsageRule rule = new DailyUsageRule(question.rating());
    question
        .detailFrom()
        .apply(null)
        .forEach(
            event -> {
              RatedEvent rated = rule.rate(event);
              if (isOf.test(event)) {
                parts.add(rated);
              }
            });
    return new ExplainedLine(
        GroupLine.cells(line.table().columns(), line.values()),
        parts.all(),
        new ExplainedLine.Events(question.period().from(), question.period().to(), isOf));
  }
}
