package io.ledgerline.report.book;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.QuarterHour;
import java.time.Instant;

/**
 * When something that is laid down applies, {@code [from, to)}; both lie on UTC quarter hours, so
 * that rollups stay rateable.
 *
 * @param from inclusive start
 * @param to exclusive end; null for open
 */
public record Validity(Instant from, Instant to) {
  /** Whenever the usage happened: the start for lists that name no date. */
  public static final Validity ALWAYS = new Validity(Instant.EPOCH, null);

  /** Checks alignment and order. */
  public Validity {
    if (from == null || !QuarterHour.isAligned(from)) {
      throw new InvalidValueException(
          "validFrom", "not-a-quarter-hour", "'validFrom' lies on a UTC quarter hour.");
    }
    if (to != null && (!QuarterHour.isAligned(to) || !from.isBefore(to))) {
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
}
