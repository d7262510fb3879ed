package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whole hours (UTC), half-open.
 *
 * @param from inclusive
 * @param to exclusive, at most {@link #LONGEST} later
 */
public record Span(Instant from, Instant to) {
  /** The longest span that is compared at once. */
  public static final Duration LONGEST = Duration.ofDays(31);

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  /** Checks order, length and that both are whole hours. */
  public Span {
    requireHour(from, "from");
    requireHour(to, "to");
    if (!from.isBefore(to)) {
      throw new InvalidValueException(
          "to", "span-empty", "'to' (exclusive) must be later than 'from' (inclusive).");
    }
    if (Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new InvalidValueException(
          "to",
          "span-too-long",
          "A reconciliation covers at most "
              + LONGEST.toDays()
              + " days; ask for longer ones in parts.");
    }
  }

  /** The part from {@code earliest} on; all of it when that is null, null when nothing is left. */
  Span from(Instant earliest) {
    if (earliest == null || !earliest.isAfter(from)) {
      return this;
    }
    return earliest.isBefore(to) ? new Span(earliest, to) : null;
  }

  private static void requireHour(Instant instant, String field) {
    if (instant == null) {
      throw new InvalidValueException(
          field, "missing", "'" + field + "' is required: a time such as 2026-01-31T00:00:00Z.");
    }
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new InvalidValueException(
          field, "out-of-range", "'" + field + "' lies between the years 1 and 9999.");
    }
    if (!instant.truncatedTo(ChronoUnit.HOURS).equals(instant)) {
      throw new InvalidValueException(
          field, "not-a-whole-hour", "'" + field + "' must be a whole hour of UTC.");
    }
  }
}
