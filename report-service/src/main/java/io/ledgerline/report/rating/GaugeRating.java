package io.ledgerline.report.rating;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.QuarterUse;
import io.ledgerline.report.gauge.QuarterUses;
import io.ledgerline.report.gauge.Sample;
import io.ledgerline.report.gauge.Weigher;
import io.ledgerline.report.pricing.UnratedReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rates the gauges of a period: by samples, weighted by the time for which they hold. What rollups
 * have of gauges, and no sample stands for, stays unrated; so do the hours of priced series that no
 * sample covers. Lines of a gauge's usage are of a quarter hour, because prices change on those.
 * Memory grows with series. Not safe for several threads.
 */
public final class GaugeRating {
  private final RatingBooks books;
  private final Instant from;
  private final Instant to;
  private final Consumer<? super Outcome> sink;
  private final PeriodRating rating;
  private final Weigher weigher;
  private final QuarterUses quarters;
  private final Map<Kind, Sums> rolledUp = new HashMap<>();
  private final Map<Kind, Sums> sampled = new HashMap<>();
  private final Map<Kind, Sums> uncovered = new HashMap<>();
  private final Set<Kind> priced = new HashSet<>();
  private Instant settled = Instant.MIN;

  /**
   * Begins.
   *
   * @param books what to go by
   * @param earliest from when on samples are weighted: {@code from}, or earlier where what was
   *     before matters to prices that add up
   * @param from inclusive start of the period
   * @param to exclusive end
   * @param sink is told what becomes of every line of the period, once
   */
  public GaugeRating(
      RatingBooks books,
      Instant earliest,
      Instant from,
      Instant to,
      Consumer<? super Outcome> sink) {
    this.books = books;
    this.from = from;
    this.to = to;
    this.sink = sink;
    this.rating = new PeriodRating(books.weighted(), from, to, this::note);
    this.quarters = new QuarterUses(this::take);
    this.weigher = new Weigher(books.gauges().weightings(), earliest, to, quarters::add);
  }

  private record Kind(Dimensions dimensions, MeterName meter) {
    static Kind of(UsageLine usage) {
      return new Kind(usage.dimensions(), usage.meter());
    }
  }

  private static final class Sums {
    private Instant first;
    private BigDecimal quantity = BigDecimal.ZERO;
    private long events;

    void add(Instant time, BigDecimal more, long moreEvents) {
      first = first == null || time.isBefore(first) ? time : first;
      quantity = quantity.add(more);
      events += moreEvents;
    }
  }

  /** Whether a line of the rollups is of a gauge; then {@link #rolledUp} takes it. */
  public boolean isGauge(UsageLine line) {
    return books.gauges().has(line.meter());
  }

  /** Takes a sum of samples that the rollups have. */
  public void rolledUp(UsageLine line) {
    if (!line.time().isBefore(from)) {
      add(rolledUp, Kind.of(line), line.time(), line.quantity(), line.events());
    }
  }

  /** Takes the next sample, by rising time. */
  public void take(Sample sample) {
    Instant quarter = QuarterHour.of(sample.at()).start();
    if (quarter.isAfter(settled)) {
      settled = quarter;
      weigher.advance(settled);
      quarters.settle(weigher.settled(settled));
    }
    if (!sample.at().isBefore(from)) {
      sample
          .quantities()
          .forEach(
              (meter, level) ->
                  add(sampled, new Kind(sample.dimensions(), meter), sample.at(), level, 1));
    }
    weigher.take(sample);
  }

  /** There are no more lines and samples. */
  public void end() {
    weigher.end();
    quarters.end();
    rating.end();
    PeriodRating.rate(books, from, to, notSampled(), sink);
    uncovered.forEach(
        (kind, hours) -> {
          if (priced.contains(kind)) {
            UsageLine usage =
                new UsageLine(hours.first, kind.dimensions(), kind.meter(), hours.quantity, 0);
            sink.accept(
                new UnratedLine(
                    usage,
                    books.attribution().payer(kind.dimensions(), hours.first),
                    UnratedReason.NOT_COVERED));
          }
        });
  }

  /** What rollups have more than the samples that were kept. */
  private List<UsageLine> notSampled() {
    List<UsageLine> lines = new ArrayList<>();
    rolledUp.forEach(
        (kind, sums) -> {
          Sums kept = sampled.getOrDefault(kind, new Sums());
          BigDecimal quantity = sums.quantity.subtract(kept.quantity);
          // Rollups leave quarter hours out whose samples are all zero, so that counts may be
          // below.
          long events = Math.max(0, sums.events - kept.events);
          if (quantity.signum() != 0) {
            lines.add(new UsageLine(sums.first, kind.dimensions(), kind.meter(), quantity, events));
          }
        });
    return lines;
  }

  private void take(QuarterUse use) {
    Kind kind = new Kind(use.dimensions(), use.series().meter());
    if (use.uncoveredHours().signum() > 0 && !use.quarter().isBefore(from)) {
      add(uncovered, kind, use.quarter(), use.uncoveredHours(), 0);
    }
    rating.take(
        new UsageLine(
            use.quarter(), kind.dimensions(), kind.meter(), use.unitHours(), use.samples()));
  }

  /** What is told of nothing at all is not told. */
  private void note(Outcome outcome) {
    if (outcome instanceof RatedLine) {
      priced.add(Kind.of(outcome.usage()));
    }
    if (outcome.usage().quantity().signum() != 0) {
      sink.accept(outcome);
    }
  }

  private static void add(
      Map<Kind, Sums> sums, Kind kind, Instant time, BigDecimal quantity, long events) {
    sums.computeIfAbsent(kind, first -> new Sums()).add(time, quantity, events);
  }
}
