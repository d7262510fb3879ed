package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * Usage that is rated as one: what a dimension set used of a meter in a quarter hour, or what one
 * event did.
 *
 * @param time the quarter hour's start, or the event's time; prices change on quarter hours only,
 *     so that both find the same
 * @param dimensions where it came from and which service was used
 * @param meter what was counted
 * @param quantity how much; below zero only as long as what is taken back is known before it came
 * @param events how many events say so
 */
public record UsageLine(
    Instant time, Dimensions dimensions, MeterName meter, BigDecimal quantity, long events) {
  /** Checks that all is there. */
  public UsageLine {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(quantity, "quantity");
  }

  /** This and later usage of the same kind as one. */
  public UsageLine plus(UsageLine more) {
    return new UsageLine(
        time, dimensions, meter, quantity.add(more.quantity), events + more.events);
  }
}
