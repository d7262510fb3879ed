package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Accumulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Rates the usage of a period. Lines come by rising time; those of the same time in any order.
 * Lines before the period are history: they only move the running sums of banded prices. Memory
 * grows with the lines of one quarter hour that have banded prices. Not safe for several threads.
 */
public final class PeriodRating {
  private final LineRater rater;
  private final Instant from;
  private final Instant to;
  private final Consumer<? super Outcome> sink;
  private final List<UsageLine> waiting = new ArrayList<>();
  private Instant now = Instant.MIN;

  /**
   * Begins.
   *
   * @param books what to go by
   * @param from inclusive start of the period
   * @param to exclusive end
   * @param sink is told what becomes of every line of the period, once
   */
  public PeriodRating(RatingBooks books, Instant from, Instant to, Consumer<? super Outcome> sink) {
    this.rater = new LineRater(books);
    this.from = Objects.requireNonNull(from, "from");
    this.to = Objects.requireNonNull(to, "to");
    this.sink = Objects.requireNonNull(sink, "sink");
  }

  /** Rates lines that are in memory, in any order. */
  public static void rate(
      RatingBooks books,
      Instant from,
      Instant to,
      Collection<UsageLine> lines,
      Consumer<? super Outcome> sink) {
    PeriodRating rating = new PeriodRating(books, from, to, sink);
    lines.stream().sorted(UsageOrder.CANONICAL).forEach(rating::take);
    rating.end();
  }

  /**
   * What happened before the period and has to be read too: from when, for each meter that has a
   * price that adds up.
   */
  public static SortedMap<MeterName, Instant> history(RatingBooks books, Instant from) {
    SortedMap<MeterName, Instant> history = new TreeMap<>();
    books.prices().accumulating().forEach((meter, overs) -> note(history, meter, overs, from));
    books.terms().accumulating().forEach((meter, overs) -> note(history, meter, overs, from));
    return history;
  }

  private static void note(
      SortedMap<MeterName, Instant> history,
      MeterName meter,
      Collection<Accumulation> overs,
      Instant from) {
    for (Accumulation over : overs) {
      Instant start = Spans.start(over, from);
      if (start.isBefore(from)) {
        history.merge(meter, start, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
  }

  /**
   * Takes the next line.
   *
   * @throws IllegalArgumentException when it lies before the last one or after the period
   */
  public void take(UsageLine line) {
    if (line.time().isBefore(now) || !line.time().isBefore(to)) {
      throw new IllegalArgumentException(
          "lines come by rising time, up to %s: %s after %s".formatted(to, line.time(), now));
    }
    if (line.time().isAfter(now)) {
      settle();
      now = line.time();
    }
    if (line.time().isBefore(from)) {
      rater.prime(line);
      return;
    }
    Plan plan = rater.plan(line);
    if (plan.accumulates()) {
      waiting.add(line);
    } else {
      sink.accept(rater.rate(line, plan));
    }
  }

  /** There are no more lines. */
  public void end() {
    settle();
  }

  private void settle() {
    if (!waiting.isEmpty()) {
      waiting.sort(UsageOrder.CANONICAL);
      waiting.forEach(line -> sink.accept(rater.rate(line)));
      waiting.clear();
    }
  }
}
