package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.gauge.Curve;
import io.ledgerline.report.gauge.QuarterUse;
import io.ledgerline.report.gauge.QuarterUses;
import io.ledgerline.report.gauge.Sample;
import io.ledgerline.report.gauge.SeriesKey;
import io.ledgerline.report.gauge.Stretch;
import io.ledgerline.report.gauge.Weigher;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.GaugeBook;
import io.ledgerline.report.rating.LineRater;
import io.ledgerline.report.rating.Outcome;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.rating.RatedLine;
import io.ledgerline.report.rating.UnratedLine;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.TotalsTally;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Adds the samples of a report up to lines. Events come in the ledger's order, those before the
 * period first whose samples may still hold in it. Memory grows with lines, and with the levels
 * that differ of one day (of one month, where lines are of months), not with samples; a gauge whose
 * gaps are averages keeps the days of its gap. Not safe for several threads.
 */
final class CapacityTally {
  private static final RatedEvent NOTHING =
      new RatedEvent(List.of(), List.of(), new Money(BigDecimal.ZERO, currency()));

  private final EventRating rating;
  private final GaugeBook gauges;
  private final Period period;
  private final Buckets buckets;
  private final Weigher weigher;
  private final BeforePeriod before;
  private final Instant begin;
  private final QuarterUses quarters;
  private final LineRater rater;
  private final TotalsTally totals = new TotalsTally(currency());
  private final CapacityCosts costs = new CapacityCosts();
  private final TreeMap<LocalDate, Map<CapacityKey, Curve>> open = new TreeMap<>();
  private final SortedMap<CapacityKey, Curve.Figures> done = new TreeMap<>();
  private final BiConsumer<CapacityKey, Outcome> watcher;
  private final Map<SeriesKey, Target> targets = new HashMap<>();
  private final Map<Dimensions, Dimensions> dimensions = new HashMap<>();
  private Instant settled = Instant.MIN;
  private long withoutResource;

  /** Nothing yet. */
  CapacityTally(EventRating rating, Period period) {
    this(rating, period, (key, outcome) -> {});
  }

  /**
   * Nothing yet.
   *
   * @param watcher is told what becomes of each line's usage
   */
  CapacityTally(EventRating rating, Period period, BiConsumer<CapacityKey, Outcome> watcher) {
    this.rating = rating;
    this.gauges = rating.books().gauges();
    this.period = period;
    this.buckets = Buckets.of(period);
    this.watcher = watcher;
    this.rater = new LineRater(rating.books().billedIn(currency()).weighted());
    this.before = new BeforePeriod(rating.books(), period, use -> rater.prime(usage(use)));
    this.begin = period.from().minus(gauges.weightings().lookBack());
    this.quarters = new QuarterUses(this::rate);
    this.weigher = new Weigher(gauges.weightings(), period.from(), period.to(), this::add);
  }

  /** The currency of all costs. */
  static Currency currency() {
    return Money.usd();
  }

  /** From when on events are needed; before the period only those that name a resource. */
  static Instant earliest(EventRating rating, Period period) {
    return BeforePeriod.begin(rating.books(), period)
        .minus(rating.books().gauges().weightings().lookBack());
  }

  /** Adds the next event. */
  void add(LedgerLine event) {
    boolean inPeriod = !event.time().isBefore(period.from());
    if (inPeriod) {
      totals.add(event, NOTHING, false);
    }
    if (event.resource() == null) {
      withoutResource += inPeriod && hasGauge(event) ? 1 : 0;
      return;
    }
    Sample sample = sample(event);
    if (inPeriod) {
      before.end();
    } else {
      before.take(sample);
    }
    if (!event.time().isBefore(begin)) {
      weigh(sample);
    }
  }

  private void weigh(Sample sample) {
    Instant quarter = QuarterHour.of(sample.at()).start();
    if (quarter.isAfter(settled)) {
      settle(quarter);
    }
    weigher.take(sample);
  }

  /** There are no more events. */
  void end() {
    before.end();
    weigher.end();
    quarters.end();
    close(Instant.MAX);
  }

  /** Events so far, of the period. */
  long events() {
    return totals.events();
  }

  /** Events with gauges that name no resource: nothing can be said of how long they hold. */
  long withoutResource() {
    return withoutResource;
  }

  /** The figures of a line; null when there is no such line. */
  Curve.Figures figures(CapacityKey key) {
    return done.get(key);
  }

  /** What a sample of a gauge counts. */
  String unit(MeterName meter) {
    return gauges.units().get(meter);
  }

  /** The lines, sorted. */
  SortedMap<CapacityKey, CapacityRow> rows() {
    SortedMap<CapacityKey, CapacityRow> rows = new TreeMap<>();
    done.forEach((key, figures) -> rows.put(key, new CapacityRow(figures, costs.of(key))));
    return Collections.unmodifiableSortedMap(rows);
  }

  /** The totals. */
  RunTotals totals() {
    return costs.totals(totals.totals(), done.size());
  }

  private boolean hasGauge(LedgerLine event) {
    return event.quantities().meters().stream().anyMatch(gauges::has);
  }

  private void settle(Instant quarter) {
    weigher.advance(quarter);
    settled = quarter;
    Instant before = weigher.settled(quarter);
    quarters.settle(before);
    close(before);
    open.values().forEach(curves -> curves.values().forEach(curve -> curve.settle(before)));
  }

  private Sample sample(LedgerLine event) {
    SortedMap<MeterName, BigDecimal> levels = new TreeMap<>();
    for (Map.Entry<MeterName, Quantity> used : event.quantities().byMeter().entrySet()) {
      if (gauges.has(used.getKey())) {
        levels.put(used.getKey(), used.getValue().value());
      }
    }
    return new Sample(
        event.source(),
        event.resource(),
        event.time().truncatedTo(ChronoUnit.MICROS),
        dimensions.computeIfAbsent(rating.grain().dimensions(event), own -> own),
        event.ended(),
        levels);
  }

  private void add(Stretch stretch) {
    quarters.add(stretch);
    Stretch rest = stretch;
    while (rest != null) {
      Target target = target(rest);
      Stretch part = rest.within(target.start(), target.end());
      target.curves().forEach(curve -> curve.add(part));
      rest = rest.to().isAfter(target.end()) ? rest.within(target.end(), rest.to()) : null;
    }
  }

  /** Where a stretch's beginning counts; a series mostly goes on where it was. */
  private Target target(Stretch stretch) {
    Target target = targets.get(stretch.series());
    if (target == null || !target.takes(stretch)) {
      LocalDate bucket = buckets.of(stretch.from());
      Map<CapacityKey, Curve> curves = open.computeIfAbsent(bucket, first -> new HashMap<>());
      List<Curve> ofStretch = new ArrayList<>();
      for (CapacityKey key : CapacityKey.of(bucket, stretch)) {
        ofStretch.add(curves.computeIfAbsent(key, first -> new Curve()));
      }
      target =
          new Target(stretch.dimensions(), buckets.start(bucket), buckets.end(bucket), ofStretch);
      targets.put(stretch.series(), target);
    }
    return target;
  }

  /** The curves of a day that a series counts in. */
  private record Target(Dimensions dimensions, Instant start, Instant end, List<Curve> curves) {
    boolean takes(Stretch stretch) {
      return stretch.dimensions() == dimensions
          && !stretch.from().isBefore(start)
          && stretch.from().isBefore(end);
    }
  }

  private void close(Instant before) {
    while (!open.isEmpty() && !buckets.end(open.firstKey()).isAfter(before)) {
      open.pollFirstEntry().getValue().forEach((key, curve) -> done.put(key, curve.figures()));
    }
  }

  private void rate(QuarterUse use) {
    Outcome outcome = rater.rate(usage(use));
    Instant inside = use.quarter().isBefore(period.from()) ? period.from() : use.quarter();
    List<CapacityKey> keys = CapacityKey.of(buckets.of(inside), stretch(use, inside));
    switch (outcome) {
      case RatedLine line -> costs.add(keys, line, use);
      case UnratedLine line -> costs.add(line);
      default -> {
        // Gauges are not mere counts.
      }
    }
    keys.forEach(key -> watcher.accept(key, outcome));
  }

  private static UsageLine usage(QuarterUse use) {
    return new UsageLine(
        use.quarter(), use.dimensions(), use.series().meter(), use.unitHours(), use.samples());
  }

  private static Stretch stretch(QuarterUse use, Instant at) {
    return new Stretch(
        use.series(), use.dimensions(), at, at.plus(1, ChronoUnit.MICROS), null, true, 0);
  }
}
