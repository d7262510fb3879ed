package io.ledgerline.report.terms;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;

/** What every number of a term has to be. */
final class TermNumbers {
  private static final int MAX_DECIMALS = 24;

  private TermNumbers() {}

  /** From 0 to {@code most}, with at most 24 digits after the point. */
  static BigDecimal checked(String field, BigDecimal value, BigDecimal most) {
    if (value == null) {
      throw new InvalidValueException(field, "missing", "'" + field + "' is a decimal number.");
    }
    if (value.signum() < 0 || value.compareTo(most) > 0) {
      throw outOfRange(field, most);
    }
    // Before zeros are stripped, which would have to go through all of them.
    if (value.precision() > MAX_DECIMALS * 2) {
      throw outOfRange(field, most);
    }
    BigDecimal normal = Decimals.normal(value);
    if (normal.scale() > MAX_DECIMALS) {
      throw outOfRange(field, most);
    }
    return normal;
  }

  private static InvalidValueException outOfRange(String field, BigDecimal most) {
    return new InvalidValueException(
        field,
        "out-of-range",
        "'%s' is a number from 0 to %s with at most %d digits after the point."
            .formatted(field, most.toPlainString(), MAX_DECIMALS));
  }
}
