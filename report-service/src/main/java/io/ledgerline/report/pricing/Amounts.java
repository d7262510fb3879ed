package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;

/** What every number of a price has to be. */
final class Amounts {
  private static final BigDecimal BELOW = new BigDecimal("1e12");
  private static final int MAX_DECIMALS = 30;

  private Amounts() {}

  /** A price: 0 or more, below 10^12, at most 30 digits after the point. */
  static BigDecimal price(BigDecimal price) {
    if (price == null) {
      throw new InvalidValueException("price", "missing", "A price is missing; 0 means free.");
    }
    BigDecimal normal = Decimals.normal(price);
    if (normal.signum() < 0) {
      throw new InvalidValueException("price", "negative-price", "A price is 0 or more.");
    }
    return bounded("price", normal);
  }

  /** A number above 0 within the same bounds. */
  static BigDecimal positive(String field, BigDecimal value) {
    if (value == null || value.signum() <= 0) {
      throw new InvalidValueException(
          field, "not-positive", "'" + field + "' is a number above 0.");
    }
    return bounded(field, Decimals.normal(value));
  }

  private static BigDecimal bounded(String field, BigDecimal value) {
    if (value.compareTo(BELOW) >= 0 || value.scale() > MAX_DECIMALS) {
      throw new InvalidValueException(
          field,
          "out-of-range",
          "'" + field + "' is below 10^12 and has at most 30 digits after the point.");
    }
    return value;
  }
}
