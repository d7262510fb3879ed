package io.ledgerline.report.report.grouped;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.sheet.Column;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private final RatedParts parts = new RatedParts(GroupTally.currency());
  private final GroupSum sum = new GroupSum();
  private final K key;
  private final Lines<K> lines;
  private Instant first;
  private Instant last;

  private GroupLine(K key, Lines<K> lines) {
    this.key = key;
    this.lines = lines;
  }

  /**
   * What lines are of and what stands in them.
   *
   * @param keyOf which line an event belongs to; null for none
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
    question.detailFrom().apply(null).forEach(event -> add(keys, lines.keyOf().apply(event)));
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

  private static <K> void add(TreeSet<K> keys, K key) {
    if (key != null) {
      keys.add(key);
    }
  }

  private boolean isOf(LedgerLine event) {
    return key.equals(lines.keyOf().apply(event));
  }

  private void add(LedgerLine event, RatedEvent one) {
    sum.add(event, one);
    parts.add(one);
    first = first == null ? event.time() : first;
    last = event.time();
  }

  private ExplainedLine explained() {
    Map<String, String> cells = cells(lines.columns(), lines.values().apply(key, sum));
    return new ExplainedLine(
        cells,
        parts.all(),
        new ExplainedLine.Events(first, last.plus(1, ChronoUnit.MICROS), this::isOf));
  }

  /** The cells of a row as they stand in the artifact, by column. */
  public static Map<String, String> cells(List<Column> columns, List<?> values) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i).name(), columns.get(i).text(values.get(i)));
    }
    return cells;
  }
}
