package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;

/**
 * How much of a meter one event used, exact.
 *
 * @param value 0 or more, below 10^18, at most 9 digits after the point; in normal form, so that
 *     1.0 equals 1
 */
public record Quantity(@JsonValue BigDecimal value) implements Comparable<Quantity> {
  /** Digits that may stand before the point. */
  public static final int MAX_INTEGER_DIGITS = 18;

  /** Digits that may stand after the point. */
  public static final int MAX_DECIMALS = 9;

  /** None. */
  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  /** One. */
  public static final Quantity ONE = new Quantity(BigDecimal.ONE);

  /** Checks the range before any arithmetic, so that 1e999999999 costs nothing. */
  @JsonCreator
  public Quantity {
    if (value == null) {
      throw new InvalidValueException("quantity", "missing", "A quantity is a decimal number.");
    }
    if (value.signum() < 0) {
      throw new InvalidValueException(
          "quantity",
          "negative-quantity",
          "A quantity is 0 or more; to take usage back, void the event that reported it.");
    }
    value = value.signum() == 0 ? BigDecimal.ZERO : inRange(value);
  }

  /** A whole quantity, 0 or more. */
  public static Quantity of(long value) {
    return new Quantity(BigDecimal.valueOf(value));
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  /** Plain decimal without exponent. */
  @Override
  public String toString() {
    return value.toPlainString();
  }

  private static BigDecimal inRange(BigDecimal value) {
    long integerDigits = (long) value.precision() - value.scale();
    if (integerDigits > MAX_INTEGER_DIGITS) {
      throw outOfRange("is below 10^" + MAX_INTEGER_DIGITS);
    }
    // A scale far out of range is refused before stripping zeros, which would have to build the
    // number.
    if (value.scale() > MAX_DECIMALS + MAX_INTEGER_DIGITS) {
      throw outOfRange("has at most " + MAX_DECIMALS + " digits after the point");
    }
    BigDecimal normal = Decimals.normal(value);
    if (normal.scale() > MAX_DECIMALS) {
      throw outOfRange("has at most " + MAX_DECIMALS + " digits after the point");
    }
    return normal;
  }

  private static InvalidValueException outOfRange(String rule) {
    return new InvalidValueException(
        "quantity", "quantity-out-of-range", "A quantity " + rule + ".");
  }
}
