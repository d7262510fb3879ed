package io.ledgerline.report.rating.making;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.ledgerline.report.rating.GaugeRating;
import io.ledgerline.report.rating.Outcome;
import io.ledgerline.report.rating.PeriodRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.RatingPeriod;
import io.ledgerline.report.rating.UsageCut;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.rating.store.RollupUsage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rates the usage of a period as the rollups tell it, by one set of books or by several at once,
 * which then see the very same usage. Changes nothing. Blocking: for virtual threads.
 */
@ApplicationScoped
public class PeriodRater {
  /** Each holds a connection and a core: more at once would only slow each other down. */
  private static final int AT_ONCE = 2;

  private static final long PATIENCE_SECONDS = 20;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final RollupUsage usage;

  PeriodRater(RollupUsage usage) {
    this.usage = usage;
  }

  /**
   * One way to rate.
   *
   * @param books what to go by
   * @param sink is told what becomes of every line, once
   */
  public record Way(RatingBooks books, Consumer<? super Outcome> sink) {
    private Way cut(AccessScope scope) {
      return new Way(books, new UsageCut(scope, books.attribution()).to(sink));
    }
  }

  /**
   * Rates the whole tenant's usage and tells of what is seen: where prices add up, the rest counts
   * all the same.
   *
   * @param ways asked when it is this rating's turn: books are large, and only so many are read at
   *     once
   * @return since when usage is kept, when some of what was to be read is from before; else null
   */
  public Instant rate(Sight sight, RatingPeriod period, Supplier<List<Way>> ways) {
    enter();
    try {
      List<Way> cut =
          ways.get().stream().map(way -> sight.isCut() ? way.cut(sight.scope()) : way).toList();
      return rateNow(sight.tenant(), period, cut);
    } finally {
      places.release();
    }
  }

  private Instant rateNow(TenantId tenant, RatingPeriod period, List<Way> ways) {
    List<RollupUsage.Part> parts = parts(period, ways);
    Instant earliest = parts.getFirst().from();
    List<Both> ratings = new ArrayList<>();
    Instant samplesFrom = earliest;
    for (Way way : ways) {
      ratings.add(
          new Both(
              new PeriodRating(way.books(), period.from(), period.to(), way.sink()),
              new GaugeRating(way.books(), earliest, period.from(), period.to(), way.sink())));
      Instant first = earliest.minus(way.books().gauges().weightings().lookBack());
      samplesFrom = first.isBefore(samplesFrom) ? first : samplesFrom;
    }
    Instant keptFrom =
        usage.read(
            tenant,
            parts,
            line -> ratings.forEach(both -> both.take(line)),
            new RollupUsage.Part(samplesFrom, period.to(), null),
            sample -> ratings.forEach(both -> both.gauges().take(sample)));
    ratings.forEach(Both::end);
    return keptFrom != null && keptFrom.isAfter(parts.getFirst().from()) ? keptFrom : null;
  }

  /** Counters by the rollups, gauges by their samples. */
  private record Both(PeriodRating counters, GaugeRating gauges) {
    void take(UsageLine line) {
      if (gauges.isGauge(line)) {
        gauges.rolledUp(line);
      } else {
        counters.take(line);
      }
    }

    void end() {
      counters.end();
      gauges.end();
    }
  }

  /** What was before matters to prices that add up; then the period itself. */
  private static List<RollupUsage.Part> parts(RatingPeriod period, List<Way> ways) {
    Set<MeterName> meters = new HashSet<>();
    Instant earliest = period.from();
    for (Way way : ways) {
      for (Map.Entry<MeterName, Instant> meter :
          PeriodRating.history(way.books(), period.from()).entrySet()) {
        meters.add(meter.getKey());
        earliest = meter.getValue().isBefore(earliest) ? meter.getValue() : earliest;
      }
    }
    List<RollupUsage.Part> parts = new ArrayList<>();
    if (!meters.isEmpty()) {
      parts.add(new RollupUsage.Part(earliest, period.from(), meters));
    }
    parts.add(new RollupUsage.Part(period.from(), period.to(), null));
    return parts;
  }

  private void enter() {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new DependencyUnavailable("a free place for one more rating", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DependencyUnavailable("the service, which is stopping,", e);
    }
  }
}
