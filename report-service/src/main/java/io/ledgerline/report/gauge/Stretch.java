package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.Dimensions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A span of a series' life, half-open, in which it stands at one level or nothing is known of it.
 *
 * @param series which
 * @param dimensions where its latest sample came from
 * @param from inclusive, whole microseconds
 * @param to exclusive, later than {@code from}
 * @param level how much counts; null when nothing does
 * @param covered whether a sample holds; what counts in a gap is the gap policy's
 * @param samples how many samples begin it: 1 where a new level begins, else 0
 */
public record Stretch(
    SeriesKey series,
    Dimensions dimensions,
    Instant from,
    Instant to,
    BigDecimal level,
    boolean covered,
    int samples) {
  /** Checks the order. */
  public Stretch {
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(dimensions, "dimensions");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a stretch from %s to %s".formatted(from, to));
    }
  }

  /** How long it is. */
  public long micros() {
    return ChronoUnit.MICROS.between(from, to);
  }

  /** Level by time, exact; zero when nothing counts. */
  public BigDecimal integral() {
    return level == null ? BigDecimal.ZERO : level.multiply(BigDecimal.valueOf(micros()));
  }

  /** The part of it that lies in a span; null when none does. */
  public Stretch within(Instant start, Instant end) {
    if (!from.isBefore(start) && !to.isAfter(end)) {
      return this;
    }
    Instant first = from.isBefore(start) ? start : from;
    Instant last = to.isAfter(end) ? end : to;
    return first.isBefore(last)
        ? new Stretch(
            series, dimensions, first, last, level, covered, first.equals(from) ? samples : 0)
        : null;
  }
}
