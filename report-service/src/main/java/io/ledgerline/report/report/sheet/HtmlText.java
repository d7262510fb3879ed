package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Texts within HTML and SVG. */
final class HtmlText {
  private static final int SIGNIFICANT = 3;

  private HtmlText() {}

  /** The text in element content or in a quoted attribute. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    Unicode.wellFormed(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  /** A number as people read it: rounded, with thousands apart. */
  static String number(BigDecimal value) {
    if (value.stripTrailingZeros().scale() <= 0) {
      return String.format(Locale.ROOT, "%,d", value.toBigIntegerExact());
    }
    if (value.abs().compareTo(BigDecimal.ONE) < 0) {
      BigDecimal rounded = value.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP));
      return rounded.stripTrailingZeros().toPlainString();
    }
    return String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
  }

  private static boolean isAllowed(int c) {
    return c >= ' ' && c != 0x7F || c == '\t' || c == '\n';
  }
}
