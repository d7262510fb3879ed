package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.MeterName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where each series stands at an instant: at its newest sample, unless its resource is gone or the
 * sample holds no longer. Whatever the order in which samples come; of two samples of a series at
 * one instant the greater counts, and an end counts before both.
 */
public final class Levels {
  private Levels() {}

  /**
   * The series that stand.
   *
   * @param limit for how long a sample of a meter holds at most; null for a meter that is no gauge
   */
  public static SortedMap<SeriesKey, Level> at(
      Instant instant, Collection<Sample> samples, Function<MeterName, Duration> limit) {
    SortedMap<SeriesKey, Level> newest = new TreeMap<>();
    for (Sample sample : samples) {
      if (!sample.ended() && !sample.at().isAfter(instant)) {
        sample
            .quantities()
            .forEach(
                (meter, quantity) -> {
                  Duration holds = limit.apply(meter);
                  if (holds != null && sample.at().plus(holds).isAfter(instant)) {
                    Level level = new Level(sample.at(), sample.dimensions(), quantity);
                    newest.merge(sample.series(meter), level, Levels::later);
                  }
                });
      }
    }
    for (Sample sample : samples) {
      if (sample.ended() && !sample.at().isAfter(instant)) {
        newest
            .entrySet()
            .removeIf(
                series ->
                    series.getKey().source().equals(sample.source())
                        && series.getKey().resource().equals(sample.resource())
                        && !series.getValue().at().isAfter(sample.at()));
      }
    }
    return newest;
  }

  private static Level later(Level one, Level other) {
    int order = one.at().compareTo(other.at());
    int decided = order == 0 ? one.quantity().compareTo(other.quantity()) : order;
    return decided >= 0 ? one : other;
  }
}
