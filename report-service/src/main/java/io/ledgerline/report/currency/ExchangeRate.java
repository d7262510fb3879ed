package io.ledgerline.report.currency;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;

/**
 * What one unit of a currency is worth in another.
 *
 * @param rate above 0, below 10^12, at most 24 digits after the point
 */
public record ExchangeRate(BigDecimal rate) {
  private static final BigDecimal BELOW = new BigDecimal("1e12");
  private static final int MAX_DECIMALS = 24;

  /** Checks the range. */
  public ExchangeRate {
    if (rate == null || rate.signum() <= 0) {
      throw new InvalidValueException("rate", "not-positive", "'rate' is a number above 0.");
    }
    if (rate.compareTo(BELOW) >= 0 || rate.precision() > MAX_DECIMALS * 2) {
      throw outOfRange();
    }
    rate = Decimals.normal(rate);
    if (rate.scale() > MAX_DECIMALS) {
      throw outOfRange();
    }
  }

  private static InvalidValueException outOfRange() {
    return new InvalidValueException(
        "rate",
        "out-of-range",
        "'rate' is below 10^12 and has at most " + MAX_DECIMALS + " digits after the point.");
  }
}
