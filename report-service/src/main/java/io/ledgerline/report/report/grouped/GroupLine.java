package io.ledgerline.report.report.grouped;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.rating.Basis;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.Payer;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.rating.RatedLine;
import io.ledgerline.report.rating.UnratedLine;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.sheet.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A line of the report found again: which keys there are, then what its events cost, with all that
 * was before them. What rests on the same is added up. Not safe for several threads.
 *
 * @param <K> what a line is of
 */
public final class GroupLine<K extends Comparable<K>> {
  private final Map<Same, RatedLine> rated = new LinkedHashMap<>();
  private final Map<SameWithout, UnratedLine> unrated = new LinkedHashMap<>();
  private final GroupSum sum = new GroupSum();
  private final K key;
  private final Lines<K> lines;
  private BigDecimal cost = BigDecimal.ZERO;
  private Instant first;
  private Instant last;

  private GroupLine(K key, Lines<K> lines) {
    this.key = key;
    this.lines = lines;
  }

  private record Same(Dimensions dimensions, MeterName meter, Basis basis) {}

  private record SameWithout(
      Dimensions dimensions, MeterName meter, Payer payer, UnratedReason reason) {}

  /**
   * What lines are of and what stands in them.
   *
   * @param keyOf which line an event belongs to
   * @param columns of the artifact
   * @param values of a line, one for each column
   * @param <K> what a line is of
   */
  public record Lines<K>(
      Function<LedgerLine, K> keyOf,
      List<Column> columns,
      BiFunction<K, GroupSum, List<Object>> values) {}

  /** The line that is asked for, if there is one. */
  public static <K extends Comparable<K>> Optional<ExplainedLine> find(
      LineQuestion question, Lines<K> lines) throws IOException {
    TreeSet<K> keys = new TreeSet<>();
    question.detailFrom().apply(null).forEach(event -> keys.add(lines.keyOf().apply(event)));
    Optional<K> key = keys.stream().skip(question.line() - 1).findFirst();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    GroupLine<K> line = new GroupLine<>(key.get(), lines);
    EventRater rater = question.rating().rater(GroupTally.currency());
    question
        .detailFrom()
        .apply(null)
        .forEach(
            event -> {
              RatedEvent one = rater.rate(event);
              if (line.isOf(event)) {
                line.add(event, one);
              }
            });
    return Optional.of(line.explained());
  }

  private boolean isOf(LedgerLine event) {
    return lines.keyOf().apply(event).equals(key);
  }

  private void add(LedgerLine event, RatedEvent one) {
    sum.add(event, one);
    cost = cost.add(one.cost().amount());
    first = first == null ? event.time() : first;
    last = event.time();
    for (RatedLine line : one.lines()) {
      Same same = new Same(line.usage().dimensions(), line.usage().meter(), line.basis());
      rated.merge(same, line, RatedLine::plus);
    }
    for (UnratedLine line : one.unrated()) {
      SameWithout same =
          new SameWithout(
              line.usage().dimensions(), line.usage().meter(), line.payer(), line.reason());
      unrated.merge(
          same, line, (a, b) -> new UnratedLine(a.usage().plus(b.usage()), a.payer(), a.reason()));
    }
  }

  private ExplainedLine explained() {
    Map<String, String> cells = new LinkedHashMap<>();
    List<Object> values = lines.values().apply(key, sum);
    List<Column> columns = lines.columns();
    for (int i = 0; i < values.size(); i++) {
      cells.put(columns.get(i).name(), columns.get(i).text(values.get(i)));
    }
    RatedEvent all =
        new RatedEvent(
            new ArrayList<>(rated.values()),
            new ArrayList<>(unrated.values()),
            new Money(cost, GroupTally.currency()));
    return new ExplainedLine(
        cells, all, new ExplainedLine.Events(first, last.plus(1, ChronoUnit.MICROS), this::isOf));
  }
}
