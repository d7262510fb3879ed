package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.rating.RatedLine;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * A charge as the original prints it: added up in binary floating point, input before output before
 * images, and written as Python writes a float. For comparing with files of the original only: the
 * exact charge is what everything else says.
 */
final class FloatText {
  /** Python writes an exponent below 1e-4 and from 1e16 on. */
  private static final int LEAST_EXPONENT = -4;

  private static final int MOST_EXPONENT = 16;

  private FloatText() {}

  /** The text of what an event costs; empty when nothing of it could be rated. */
  static String charge(RatedEvent rated) {
    if (rated.isWhollyUnrated()) {
      return "";
    }
    double charge =
        rated.lines().stream()
            // 'input_tokens', 'output_tokens', then 'images': the order in which the original adds.
            .sorted(Comparator.comparing(line -> order(line.usage().meter().value())))
            .mapToDouble(FloatText::charge)
            .reduce(0, (a, b) -> a + b);
    return python(charge);
  }

  private static int order(String meter) {
    return switch (meter) {
      case "input_tokens" -> 0;
      case "output_tokens" -> 1;
      default -> 2;
    };
  }

  private static double charge(RatedLine line) {
    return line.basis().paid().tariff().rate() instanceof FlatRate flat
        ? line.units().doubleValue() * flat.price().doubleValue()
        : line.billing().billed().doubleValue();
  }

  /** The shortest text that reads back as the same number, in Python's form. */
  static String python(double number) {
    if (number == 0) {
      return "0.0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= LEAST_EXPONENT && exponent < MOST_EXPONENT) {
      String plain = shortest.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return "%s%se%s%02d"
        .formatted(number < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }
}
