package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.Outcome;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.RatedParts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A line of the report found again: its samples, and what its hours cost. Everything is read twice:
 * once to know the lines, once to know what is behind the one. Not safe for several threads.
 */
final class CapacityLine {
  private final RatedParts parts = new RatedParts(CapacityTally.currency());
  private final CapacityKey key;

  private CapacityLine(CapacityKey key) {
    this.key = key;
  }

  /** The line that is asked for, if there is one. */
  static Optional<ExplainedLine> find(LineQuestion question) throws IOException {
    Optional<CapacityKey> key =
        tally(question, (any, outcome) -> {}).rows().keySet().stream()
            .skip(question.line() - 1)
            .findFirst();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    CapacityLine line = new CapacityLine(key.get());
    CapacityTally tally = tally(question, line::watch);
    return Optional.of(line.explained(tally, question));
  }

  private static CapacityTally tally(
      LineQuestion question, BiConsumer<CapacityKey, Outcome> watcher) throws IOException {
    CapacityTally tally = new CapacityTally(question.rating(), question.period(), watcher);
    question
        .detailFrom()
        .apply(CapacityTally.earliest(question.rating(), question.period()))
        .forEach(tally::add);
    tally.end();
    return tally;
  }

  private void watch(CapacityKey of, Outcome outcome) {
    if (of.equals(key)) {
      parts.add(outcome);
    }
  }

  private ExplainedLine explained(CapacityTally tally, LineQuestion question) {
    List<Object> values = CapacitySheet.values(key, tally.rows().get(key), tally);
    return new ExplainedLine(
        GroupLine.cells(CapacitySheet.SPEC.columns(), values), parts.all(), events(question));
  }

  /** The samples of the line's time, and those before it that may still have held. */
  private ExplainedLine.Events events(LineQuestion question) {
    Period period = question.period();
    Buckets buckets = Buckets.of(period);
    Duration holds = question.rating().books().gauges().weightings().limit(key.meter());
    Instant start = later(buckets.start(key.day()), period.from());
    Instant end = buckets.end(key.day());
    return new ExplainedLine.Events(
        start.minus(holds), end.isAfter(period.to()) ? period.to() : end, this::isOf);
  }

  private boolean isOf(LedgerLine event) {
    return event.resource() != null
        && event.sourceAccount().equals(key.account())
        && (key.level() == CapacityKey.Level.ACCOUNT
            || Objects.equals(event.workspace(), key.workspace()))
        && (key.level() != CapacityKey.Level.RESOURCE
            || event.source().equals(key.source()) && event.resource().equals(key.resource()))
        && (event.ended() || event.quantities().byMeter().containsKey(key.meter()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
