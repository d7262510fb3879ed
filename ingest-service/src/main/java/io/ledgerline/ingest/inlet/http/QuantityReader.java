package io.ledgerline.ingest.inlet.http;

import com.fasterxml.jackson.core.JsonParser;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a quantity, a JSON number or a decimal text, exactly and at a bounded cost. */
final class QuantityReader {
  /** Far more than any quantity in range needs. */
  private static final int MAX_LENGTH = 64;

  /** So many digits are below 10^18 and fit a long. */
  private static final int LONG_DIGITS = 18;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private QuantityReader() {}

  /** Reads the value that the parser stands at; the field of a fault is to be set by the caller. */
  static Quantity read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NUMBER_INT ->
          parser.getTextLength() <= LONG_DIGITS
              ? Quantity.of(parser.getLongValue())
              : quantity(parser);
      case VALUE_NUMBER_FLOAT -> quantity(parser);
      case VALUE_STRING -> {
        if (parser.getTextLength() <= MAX_LENGTH && !DECIMAL.matcher(parser.getText()).matches()) {
          throw notANumber();
        }
        yield quantity(parser);
      }
      default -> {
        parser.skipChildren();
        throw notANumber();
      }
    };
  }

  private static Quantity quantity(JsonParser parser) throws IOException {
    if (parser.getTextLength() <= MAX_LENGTH) {
      try {
        return new Quantity(new BigDecimal(parser.getText()));
      } catch (NumberFormatException ignored) {
        // An exponent beyond any range: told below.
      }
    }
    throw new InvalidValueException(
        "quantities",
        "quantity-out-of-range",
        "A quantity is below 10^%d with at most %d digits after the point."
            .formatted(Quantity.MAX_INTEGER_DIGITS, Quantity.MAX_DECIMALS));
  }

  private static InvalidValueException notANumber() {
    return new InvalidValueException(
        "quantities", "wrong-type", "A quantity is a number or a decimal text such as \"0.5\".");
  }
}
