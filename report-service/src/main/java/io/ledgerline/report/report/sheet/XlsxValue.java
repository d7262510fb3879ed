package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A value as a workbook keeps it: a number with a style, or a text. A workbook computes with binary
 * numbers of 15 decimal digits: what has more stays a text, so that no digit is lost.
 *
 * @param number null for a text
 * @param style index into the workbook's styles
 */
record XlsxValue(String number, int style) {
  static final int PLAIN = 0;
  static final int HEADER = 1;
  static final int WHOLE = 2;
  static final int DATE = 3;
  static final int TIME = 4;
  static final int RIGHT_TEXT = 5;

  private static final int EXACT_DIGITS = 15;
  private static final int MOST_ZEROS = 100;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
  private static final BigDecimal MILLIS_OF_DAY = new BigDecimal(24 * 60 * 60 * 1000);
  private static final int DAY_FRACTION_DIGITS = 10;

  static XlsxValue of(Object value) {
    return switch (value) {
      case Long number -> number(BigDecimal.valueOf(number), WHOLE);
      case BigInteger number -> number(new BigDecimal(number), WHOLE);
      case BigDecimal number -> number(number, PLAIN);
      case LocalDate day -> date(day);
      case Instant time -> time(time);
      default -> new XlsxValue(null, PLAIN);
    };
  }

  private static XlsxValue number(BigDecimal value, int style) {
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return bare.precision() <= EXACT_DIGITS && Math.abs(bare.scale()) <= MOST_ZEROS
        ? new XlsxValue(value.toPlainString(), style)
        : new XlsxValue(null, RIGHT_TEXT);
  }

  private static XlsxValue date(LocalDate day) {
    return isSure(day)
        ? new XlsxValue(Long.toString(ChronoUnit.DAYS.between(DAY_ZERO, day)), DATE)
        : new XlsxValue(null, PLAIN);
  }

  /** Days since the format's day zero, down to the millisecond. */
  private static XlsxValue time(Instant time) {
    LocalDate day = time.atZone(ZoneOffset.UTC).toLocalDate();
    if (!isSure(day)) {
      return new XlsxValue(null, PLAIN);
    }
    long millis = ChronoUnit.MILLIS.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), time);
    BigDecimal serial =
        BigDecimal.valueOf(ChronoUnit.DAYS.between(DAY_ZERO, day))
            .add(
                BigDecimal.valueOf(millis)
                    .divide(MILLIS_OF_DAY, DAY_FRACTION_DIGITS, RoundingMode.HALF_UP));
    return new XlsxValue(serial.stripTrailingZeros().toPlainString(), TIME);
  }

  private static boolean isSure(LocalDate day) {
    return !day.isBefore(FIRST_SURE_DAY) && !day.isAfter(LAST_DAY);
  }
}
