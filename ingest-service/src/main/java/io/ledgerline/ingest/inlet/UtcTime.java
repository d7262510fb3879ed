package io.ledgerline.ingest.inlet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The spelling that nearly all times come in, {@code 2026-01-31T12:00:00[.123456]Z}, read in a
 * tenth of the time that a general parser takes.
 */
final class UtcTime {
  private static final int SECONDS_LENGTH = "2026-01-31T12:00:00Z".length();
  private static final int MAX_FRACTION = 9;
  private static final int SECONDS_PER_DAY = 86_400;

  private UtcTime() {}

  /** The time in whole microseconds; null when it is spelled otherwise, right or wrong. */
  static Instant parse(String text) {
    if (!hasForm(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int micros = micros(text);
    if ((year | month | day | hour | minute | second | micros) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return null;
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return Instant.ofEpochSecond(
          days * SECONDS_PER_DAY + (hour * 60L + minute) * 60 + second, micros * 1000L);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasForm(String text) {
    int length = text.length();
    return length >= SECONDS_LENGTH
        && text.charAt(length - 1) == 'Z'
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  /** The fraction between second and Z; -1 when there is something else. */
  private static int micros(String text) {
    int digits = text.length() - SECONDS_LENGTH - 1;
    if (digits == -1) {
      return 0;
    }
    if (digits < 1 || digits > MAX_FRACTION || text.charAt(SECONDS_LENGTH - 1) != '.') {
      return -1;
    }
    int kept = Math.min(digits, 6);
    int value = number(text, SECONDS_LENGTH, SECONDS_LENGTH + kept);
    if (number(text, SECONDS_LENGTH, SECONDS_LENGTH + digits) < 0) {
      return -1;
    }
    for (int i = kept; i < 6; i++) {
      value *= 10;
    }
    return value;
  }

  /** Digits as a number; negative when one is none. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
