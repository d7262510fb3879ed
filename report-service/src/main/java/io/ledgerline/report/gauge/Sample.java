package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an event said was there at an instant.
 *
 * @param source who said it
 * @param resource what was looked at, by the source's name for it
 * @param at when, whole microseconds
 * @param dimensions where it came from; who pays for it depends on that
 * @param ended whether the resource is gone from then on; then quantities mean nothing
 * @param quantities how much there was, by meter; none of it is a counter that everybody has
 */
public record Sample(
    String source,
    String resource,
    Instant at,
    Dimensions dimensions,
    boolean ended,
    SortedMap<MeterName, BigDecimal> quantities) {
  /** Checks that all is there, and copies. */
  public Sample {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(dimensions, "dimensions");
    quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
  }

  /** The series that a meter's quantity belongs to. */
  public SeriesKey series(MeterName meter) {
    return new SeriesKey(source, resource, meter);
  }
}
