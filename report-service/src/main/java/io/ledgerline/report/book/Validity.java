package io.ledgerline.report.book;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.QuarterHour;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * When something that is laid down applies, {@code [from, to)}; both lie on UTC quarter hours, so
 * that rollups stay rateable.
 *
 * @param from inclusive start
 * @param to exclusive end; null for open
 */
public record Validity(Instant from, Instant to) {
  /** The first second of the year 1, and the last of 9999. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private static final long LAST_SECOND = 253_402_300_799L;

  /** Whenever the usage happened: the start for lists that name no date. */
  public static final Validity ALWAYS = new Validity(Instant.EPOCH, null);

  /** Checks alignment and order. */
  public Validity {
    if (from == null || !QuarterHour.isAligned(from) || isFar(from)) {
      throw new InvalidValueException(
          "validFrom",
          "not-a-quarter-hour",
          "'validFrom' lies on a UTC quarter hour of the years 1 to 9999.");
    }
    if (to != null && (!QuarterHour.isAligned(to) || !from.isBefore(to) || isFar(to))) {
      throw new InvalidValueException(
          "validTo",
          "not-a-quarter-hour",
          "'validTo' lies on a UTC quarter hour later than 'validFrom'.");
    }
  }

  /** Whether usage at {@code time} falls into it. */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && (to == null || time.isBefore(to));
  }

  /** Whether some time falls into both. */
  public boolean overlaps(Validity other) {
    return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
  }

  /** Its start, and its end if it has one. */
  public Stream<Instant> edges() {
    return to == null ? Stream.of(from) : Stream.of(from, to);
  }

  /** Beyond what calendars and databases agree on. */
  private static boolean isFar(Instant time) {
    return time.getEpochSecond() < FIRST_SECOND || time.getEpochSecond() > LAST_SECOND;
  }
}
