package io.ledgerline.notify.digest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and names as people read them. */
final class Words {
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final int SIGNIFICANT = 3;
  private static final long KILO = 1000;

  private Words() {}

  /** {@code daily-usage} or {@code input_tokens} as a heading. */
  static String label(String name) {
    String words = name.replace('-', ' ').replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With thousands apart; long decimals are cut to two. */
  static String number(BigDecimal number) {
    int scale = Math.clamp(number.stripTrailingZeros().scale(), 0, 2);
    return String.format(
        Locale.ROOT, "%,." + scale + "f", number.setScale(scale, RoundingMode.HALF_UP));
  }

  /** Two decimals; of less than a cent what there is, so that it is never a silent zero. */
  static String money(BigDecimal amount) {
    if (amount.signum() != 0 && amount.abs().compareTo(CENT) < 0) {
      return amount
          .round(new java.math.MathContext(SIGNIFICANT, RoundingMode.HALF_UP))
          .stripTrailingZeros()
          .toPlainString();
    }
    return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
  }

  /** Bytes in the largest unit of 1,000 that leaves at least one. */
  static String size(long bytes) {
    if (bytes < KILO) {
      return bytes + " bytes";
    }
    boolean isLarge = bytes >= KILO * KILO;
    BigDecimal unit = BigDecimal.valueOf(isLarge ? KILO * KILO : KILO);
    return BigDecimal.valueOf(bytes).divide(unit, 1, RoundingMode.HALF_UP).toPlainString()
        + (isLarge ? " MB" : " kB");
  }
}
