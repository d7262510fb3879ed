package io.ledgerline.report.directory;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The instants at which something happened to somebody: whole milliseconds of years that count. */
public final class Moments {
  private static final Instant LAST = Instant.parse("9998-12-31T00:00:00Z");

  private Moments() {}

  /**
   * The instant, cut to the millisecond; null stays null.
   *
   * @throws InvalidValueException when it lies before 1970 or beyond the year 9998
   */
  public static Instant of(String field, Instant time) {
    if (time == null) {
      return null;
    }
    if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
      throw new InvalidValueException(
          field, "out-of-range", "'" + field + "' is a time of the years 1970 to 9998.");
    }
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * The instant, cut to the millisecond.
   *
   * @throws InvalidValueException when it is null or out of range
   */
  public static Instant required(String field, Instant time) {
    if (time == null) {
      throw new InvalidValueException(field, "missing", "'" + field + "' is required.");
    }
    return of(field, time);
  }

  /** Fails when {@code time} is there and lies before {@code first}. */
  static void requireNotBefore(String field, Instant time, Instant first) {
    if (time != null && time.isBefore(first)) {
      throw new InvalidValueException(
          field, "too-early", "'" + field + "' lies before the beginning, " + first + ".");
    }
  }

  /** The instant if it lies before {@code end}; null otherwise. */
  static Instant before(Instant time, Instant end) {
    return time != null && time.isBefore(end) ? time : null;
  }
}
