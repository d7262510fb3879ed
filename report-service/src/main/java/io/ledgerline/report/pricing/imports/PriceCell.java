package io.ledgerline.report.pricing.imports;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a price from a cell of a list, with bounds that keep arithmetic small. */
public final class PriceCell {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");
  private static final BigDecimal BELOW = new BigDecimal("1e9");
  private static final int MAX_DECIMALS = 24;

  private PriceCell() {}

  /**
   * The number in {@code text}, white space around it ignored.
   *
   * @throws InvalidValueException {@code missing}, {@code not-a-number}, {@code negative-price} or
   *     {@code price-out-of-range}
   */
  public static BigDecimal read(String column, String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw new InvalidValueException(column, "missing", "A price is missing; write 0 for free.");
    }
    if (!NUMBER.matcher(trimmed).matches()) {
      throw new InvalidValueException(
          column, "not-a-number", "A price is a decimal number such as 0.00025.");
    }
    BigDecimal price = new BigDecimal(trimmed);
    if (price.signum() < 0) {
      throw new InvalidValueException(column, "negative-price", "A price is 0 or more.");
    }
    if (price.compareTo(BELOW) >= 0 || price.stripTrailingZeros().scale() > MAX_DECIMALS) {
      throw new InvalidValueException(
          column,
          "price-out-of-range",
          "A price is below 10^9 and has at most " + MAX_DECIMALS + " digits after the point.");
    }
    return price;
  }
}
