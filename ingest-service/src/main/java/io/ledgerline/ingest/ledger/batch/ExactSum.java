package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * A sum of decimals, exact and without making an object for each: whole part and billionths are
 * added as 64-bit numbers; what does not fit goes to a {@code BigDecimal} beside them. For one
 * thread.
 */
public final class ExactSum {
  private static final int NANO_DIGITS = 9;
  private static final int LONG_DIGITS = 18;
  private static final long NANOS = 1_000_000_000L;

  private long whole;
  private long nanos;
  private BigDecimal rest = BigDecimal.ZERO;

  /** Adds another sum. */
  public void add(ExactSum other) {
    add(other.whole, other.nanos);
    rest = rest.add(other.rest);
  }

  /** Adds {@code sign * value}; {@code sign} is 1 or -1. */
  public void add(BigDecimal value, int sign) {
    if (value.scale() == 0 && value.precision() <= LONG_DIGITS) {
      add(sign * value.longValue(), 0);
    } else {
      rest = sign < 0 ? rest.subtract(value) : rest.add(value);
    }
  }

  /**
   * Adds a plain decimal such as {@code 12.5}.
   *
   * @param text where it stands, ASCII
   * @param from where it begins
   * @param to behind its end
   * @param sign 1 or -1
   * @throws NumberFormatException when it is no decimal
   */
  public void add(byte[] text, int from, int to, int sign) {
    int point = from;
    while (point < to && text[point] != '.') {
      point++;
    }
    long more = digits(text, from, point, LONG_DIGITS);
    if (more >= 0 && point == to) {
      add(sign * more, 0);
      return;
    }
    long billionths = digits(text, point + 1, to, NANO_DIGITS);
    if (more < 0 || billionths < 0) {
      slow(text, from, to, sign);
      return;
    }
    for (int decimals = to - point - 1; decimals < NANO_DIGITS; decimals++) {
      billionths *= 10;
    }
    add(sign * more, sign * billionths);
  }

  /** The number that the digits spell; -1 when there is none, too many, or other than digits. */
  private static long digits(byte[] text, int from, int to, int most) {
    if (to <= from || to - from > most) {
      return -1;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The sum in normal form. */
  public BigDecimal value() {
    return Decimals.normal(
        BigDecimal.valueOf(whole).add(BigDecimal.valueOf(nanos, NANO_DIGITS)).add(rest));
  }

  private void add(long moreWhole, long moreNanos) {
    long sum = whole + moreWhole;
    if (((whole ^ sum) & (moreWhole ^ sum)) < 0) {
      rest = rest.add(BigDecimal.valueOf(whole));
      sum = moreWhole;
    }
    whole = sum;
    nanos += moreNanos;
    if (nanos >= NANOS || nanos <= -NANOS) {
      rest = rest.add(BigDecimal.valueOf(nanos, NANO_DIGITS));
      nanos = 0;
    }
  }

  private void slow(byte[] text, int from, int to, int sign) {
    add(new BigDecimal(new String(text, from, to - from, StandardCharsets.US_ASCII)), sign);
  }
}
