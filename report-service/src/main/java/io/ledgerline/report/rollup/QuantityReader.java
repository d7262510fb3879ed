package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ledgerline.contracts.usage.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads a quantity as whole units and billionths, without an object where the number is plain. */
final class QuantityReader {
  private static final long LIMIT = 1_000_000_000_000_000_000L;
  private static final long BILLION = 1_000_000_000;

  private long units;
  private long billionths;

  long units() {
    return units;
  }

  long billionths() {
    return billionths;
  }

  /**
   * Reads the number that {@code json} stands at.
   *
   * @throws IllegalArgumentException when it is no {@link Quantity}
   */
  void read(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT) {
      if (json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
        units = json.getLongValue();
        billionths = 0;
        if (units >= 0 && units < LIMIT) {
          return;
        }
      }
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      if (plain(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())) {
        return;
      }
    } else {
      throw new IllegalArgumentException("a quantity is " + token);
    }
    take(new Quantity(json.getDecimalValue()).value());
  }

  /** Digits, a point, at most nine digits; false for every other form. */
  private boolean plain(char[] text, int offset, int length) {
    long before = 0;
    int at = offset;
    int end = offset + length;
    for (; at < end && text[at] != '.'; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9 || before >= LIMIT / 10) {
        return false;
      }
      before = before * 10 + digit;
    }
    long after = 0;
    long scale = BILLION;
    for (at++; at < end; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9 || scale == 1) {
        return false;
      }
      after = after * 10 + digit;
      scale /= 10;
    }
    units = before;
    billionths = after * scale;
    return true;
  }

  private void take(BigDecimal value) {
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    units = whole.longValueExact();
    billionths = value.subtract(whole).movePointRight(9).longValueExact();
  }
}
