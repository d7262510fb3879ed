package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.ledger.PlaceSum;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What there is at an instant: all that was made before it without what was deleted.
 *
 * @param experiments how many
 * @param bytes what was logged for them
 */
public record Stock(BigDecimal experiments, BigDecimal bytes) {
  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1 << 20);

  /** Nothing. */
  public static final Stock NONE = new Stock(BigDecimal.ZERO, BigDecimal.ZERO);

  /** In normal form, so that equal stocks are equal. */
  public Stock {
    experiments = Decimals.normal(experiments);
    bytes = Decimals.normal(bytes);
  }

  /** What is left of all that was used since the beginning. */
  static Stock of(PlaceSum use) {
    return new Stock(
        use.sum(ChargebackMeters.EXPERIMENTS)
            .subtract(use.sum(ChargebackMeters.DELETED_EXPERIMENTS)),
        use.sum(ChargebackMeters.LOGGED_BYTES).subtract(use.sum(ChargebackMeters.DELETED_BYTES)));
  }

  /** The size in units of 2^20 bytes, rounded half up to two decimals, as people read it. */
  public BigDecimal mebibytes() {
    return bytes.divide(MEBIBYTE, 2, RoundingMode.HALF_UP);
  }

  /** Both together. */
  Stock plus(Stock other) {
    return new Stock(experiments.add(other.experiments), bytes.add(other.bytes));
  }

  /** Whether there is nothing. */
  boolean isNone() {
    return experiments.signum() == 0 && bytes.signum() == 0;
  }
}
