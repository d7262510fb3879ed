package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineMark;
import io.ledgerline.report.report.LineQuestion;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds a line of the report again: reads from the mark before it and counts the events that have a
 * line. Not safe for several threads.
 */
final class DailyUsageLine {
  private final long wanted;
  private final LineMark mark;
  private final DailyUsageRule rule;
  private boolean atMark;
  private long line;
  private ExplainedLine found;

  private DailyUsageLine(
      LineQuestion question, LineMark mark, Function<RatedEvent, String> charge) {
    this.wanted = question.line();
    this.mark = mark;
    this.rule = new DailyUsageRule(question.rating(), charge);
    this.atMark = mark == null;
    this.line = mark == null ? 0 : mark.line() - 1;
  }

  /**
   * Finds the line. Where it rests on a price that adds up, what it costs depends on all that was
   * before it, and everything is read a second time from the period's start.
   *
   * @param charge how the report writes charges
   */
  static Optional<ExplainedLine> find(LineQuestion question, Function<RatedEvent, String> charge)
      throws IOException {
    Optional<ExplainedLine> found = find(question, question.before(), charge);
    return found.isPresent() && found.get().rated().addsUp() && question.before() != null
        ? find(question, null, charge)
        : found;
  }

  private static Optional<ExplainedLine> find(
      LineQuestion question, LineMark mark, Function<RatedEvent, String> charge)
      throws IOException {
    DailyUsageLine search = new DailyUsageLine(question, mark, charge);
    Instant from = mark == null ? null : mark.time();
    question.detailFrom().apply(from).forEachWhile(search::goesOn);
    return Optional.ofNullable(search.found);
  }

  /** Looks at the next event; false when the line is found. */
  private boolean goesOn(LedgerLine event) {
    // Events of the same instant may stand before the one that the mark points to.
    atMark = atMark || mark.pointsTo(event);
    if (!atMark) {
      return true;
    }
    RatedEvent rated = rule.rate(event);
    Optional<List<String>> cells = rule.cells(event, rated);
    if (cells.isEmpty() || ++line < wanted) {
      return true;
    }
    found = explained(event, cells.get(), rated);
    return false;
  }

  private static ExplainedLine explained(LedgerLine event, List<String> cells, RatedEvent rated) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      byColumn.put(DailyUsageLayout.HEADER.get(i), cells.get(i));
    }
    LineMark self = new LineMark(1, event.time(), event.source(), event.id());
    return new ExplainedLine(
        byColumn,
        rated,
        new ExplainedLine.Events(
            event.time(), event.time().plus(1, ChronoUnit.MICROS), self::pointsTo));
  }
}
