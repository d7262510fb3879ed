package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.gauge.QuarterUse;
import io.ledgerline.report.gauge.QuarterUses;
import io.ledgerline.report.gauge.Sample;
import io.ledgerline.report.gauge.Weigher;
import io.ledgerline.report.rating.PeriodRating;
import io.ledgerline.report.rating.RatingBooks;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What gauges used before a period, as far as their prices add up: told by quarter hours up to the
 * period's start. Not safe for several threads.
 */
final class BeforePeriod {
  private final QuarterUses quarters;
  private final Weigher weigher;
  private Instant settled = Instant.MIN;
  private boolean ended;

  /** Tells {@code sink}, before the first sample of the period is rated. */
  BeforePeriod(RatingBooks books, Period period, Consumer<QuarterUse> sink) {
    this.quarters = new QuarterUses(sink);
    this.weigher =
        new Weigher(
            books.gauges().weightings(), begin(books, period), period.from(), quarters::add);
  }

  /** Where the first of the sums begins; the period's start when nothing before it matters. */
  static Instant begin(RatingBooks books, Period period) {
    return PeriodRating.history(books, period.from()).entrySet().stream()
        .filter(meter -> books.gauges().has(meter.getKey()))
        .map(Map.Entry::getValue)
        .min(Instant::compareTo)
        .orElse(period.from());
  }

  /** Takes the next sample before the period. */
  void take(Sample sample) {
    Instant quarter = QuarterHour.of(sample.at()).start();
    if (quarter.isAfter(settled)) {
      settled = quarter;
      weigher.advance(quarter);
      quarters.settle(weigher.settled(quarter));
    }
    weigher.take(sample);
  }

  /** No more samples from before the period come. */
  void end() {
    if (!ended) {
      ended = true;
      weigher.end();
      quarters.end();
    }
  }
}
