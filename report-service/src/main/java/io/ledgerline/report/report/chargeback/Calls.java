package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Calls of one way of use.
 *
 * @param count those of the month
 * @param last the last one before the month's end, of whatever month; null for never
 */
public record Calls(BigDecimal count, Instant last) {
  /** Never any. */
  public static final Calls NONE = new Calls(BigDecimal.ZERO, null);

  /** In normal form, so that equal calls are equal. */
  public Calls {
    count = Decimals.normal(count);
  }

  /** Both together. */
  Calls plus(Calls other) {
    return new Calls(count.add(other.count), later(last, other.last));
  }

  private static Instant later(Instant a, Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? b : a;
  }
}
