package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;

/** What every number of a price has to be. */
final class Amounts {
  private static final int MAX_DECIMALS = 30;
  private static final int MAX_DIGITS = 12;

  private Amounts() {}

  /** A price: 0 or more, below 10^12, at most 30 digits after the point. */
  static BigDecimal price(BigDecimal price) {
    if (price == null) {
      throw new InvalidValueException("price", "missing", "A price is missing; 0 means free.");
    }
    if (price.signum() < 0) {
      throw new InvalidValueException("price", "negative-price", "A price is 0 or more.");
    }
    return bounded("price", price);
  }

  /** A number above 0 within the same bounds. */
  static BigDecimal positive(String field, BigDecimal value) {
    if (value == null || value.signum() <= 0) {
      throw new InvalidValueException(
          field, "not-positive", "'" + field + "' is a number above 0.");
    }
    return bounded(field, value);
  }

  /** A number of any sign within the bounds, in normal form. */
  static BigDecimal bounded(String field, BigDecimal value) {
    if (!isBounded(value)) {
      throw new InvalidValueException(
          field,
          "out-of-range",
          "'" + field + "' is below 10^12 and has at most 30 digits after the point.");
    }
    return Decimals.normal(value);
  }

  /** Whether it is small enough to reckon with: 1e999999999 would have a billion digits. */
  static boolean isBounded(BigDecimal value) {
    if (value.signum() == 0) {
      return true;
    }
    long integerDigits = (long) value.precision() - value.scale();
    return integerDigits <= MAX_DIGITS
        && value.scale() <= MAX_DIGITS + MAX_DECIMALS
        && value.stripTrailingZeros().scale() <= MAX_DECIMALS;
  }
}
