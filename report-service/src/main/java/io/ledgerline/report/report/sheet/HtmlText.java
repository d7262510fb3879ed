package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Texts within HTML and SVG. */
final class HtmlText {
  private static final int SIGNIFICANT = 3;
  private static final int DECIMALS = 6;
  private static final BigDecimal THOUSAND = new BigDecimal(1_000);
  private static final BigDecimal MILLION = new BigDecimal(1_000_000);
  private static final BigDecimal CENT = new BigDecimal("0.01");

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

  /** An amount of money as people read it: cents, or what there is of less than one. */
  static String money(BigDecimal value) {
    boolean small = value.signum() != 0 && value.abs().compareTo(CENT) < 0;
    return small
        ? number(value)
        : String.format(Locale.ROOT, "%,.2f", value.setScale(2, RoundingMode.HALF_UP));
  }

  /** A decimal text with thousands apart, all its digits kept. */
  static String grouped(BigDecimal value) {
    String plain = value.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String sign = whole.startsWith("-") ? "-" : "";
    String digits = String.format(Locale.ROOT, "%,d", new BigInteger(whole).abs());
    return sign + digits + (point < 0 ? "" : plain.substring(point));
  }

  /**
   * A number as it stands in a table: with thousands apart, and with as many decimals as matter
   * beside what is before the point.
   */
  static String cell(BigDecimal value) {
    BigDecimal shown = value;
    int decimals = decimals(value.abs());
    if (value.scale() > decimals) {
      int digits = Math.max(0, value.precision() - value.scale()) + decimals;
      shown = value.round(new MathContext(Math.max(1, digits), RoundingMode.HALF_UP));
      shown = new BigDecimal(shown.stripTrailingZeros().toPlainString());
    }
    return grouped(shown);
  }

  private static int decimals(BigDecimal value) {
    if (value.compareTo(MILLION) >= 0) {
      return 0;
    }
    return value.compareTo(THOUSAND) >= 0 ? 2 : DECIMALS;
  }

  private static boolean isAllowed(int c) {
    return c >= ' ' && c != 0x7F || c == '\t' || c == '\n';
  }
}
