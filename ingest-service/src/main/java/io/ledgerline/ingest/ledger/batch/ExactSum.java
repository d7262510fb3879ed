package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;

/**
 * Adds decimals exactly. Whole numbers, which most are, are added as such as long as they fit; not
 * safe for use by several threads.
 */
final class ExactSum {
  private static final int SAFE_DIGITS = 17;

  private long whole;
  private BigDecimal rest = BigDecimal.ZERO;

  /** Adds {@code sign * value}. */
  void add(BigDecimal value, int sign) {
    if (value.scale() == 0 && value.precision() <= SAFE_DIGITS) {
      long added = sign * value.longValue();
      long sum = whole + added;
      // Overflow turns the sign of both summands around.
      if (((whole ^ sum) & (added ^ sum)) >= 0) {
        whole = sum;
        return;
      }
    }
    rest = sign < 0 ? rest.subtract(value) : rest.add(value);
  }

  /** The sum in normal form. */
  BigDecimal value() {
    return Decimals.normal(rest.add(BigDecimal.valueOf(whole)));
  }
}
