package io.ledgerline.report.rating;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.QuarterHour;
import java.time.Duration;
import java.time.Instant;

/**
 * Whole UTC quarter hours, half-open: what rollups answer for exactly.
 *
 * @param from inclusive
 * @param to exclusive, at most {@link #LONGEST} later
 */
public record RatingPeriod(Instant from, Instant to) {
  /** The longest period that is rated at once. */
  public static final Duration LONGEST = Duration.ofDays(400);

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /** Checks order, length and alignment. */
  public RatingPeriod {
    requireQuarter(from, "from");
    requireQuarter(to, "to");
    if (!from.isBefore(to)) {
      throw new InvalidValueException(
          "to", "period-empty", "'to' (exclusive) must be later than 'from' (inclusive).");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new InvalidValueException(
          "to",
          "period-too-long",
          "A rating covers at most " + LONGEST.toDays() + " days; ask for longer ones in parts.");
    }
  }

  private static void requireCalendar(Instant instant, String field) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new InvalidValueException(
          field, "out-of-range", "'" + field + "' lies in the years 1 to 9999.");
    }
  }

  private static void requireQuarter(Instant instant, String field) {
    if (instant == null) {
      throw new InvalidValueException(
          field, "missing", "'" + field + "' is required: a time such as 2026-01-31T00:00:00Z.");
    }
    requireCalendar(instant, field);
    if (!QuarterHour.isAligned(instant)) {
      throw new InvalidValueException(
          field, "not-a-quarter-hour", "'" + field + "' lies on a UTC quarter hour.");
    }
  }
}
