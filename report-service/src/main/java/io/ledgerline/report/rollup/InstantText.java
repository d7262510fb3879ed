package io.ledgerline.report.rollup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads the quarter hour of instants in the form {@code 2024-05-25T08:14:59.999Z} straight from
 * their characters; any other form goes the long way. Remembers the last day, because facts of a
 * batch mostly share it. Not thread-safe.
 */
final class InstantText {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 30;
  private static final int SECONDS_END = 19;
  private static final long QUARTERS_OF_DAY = 96;

  private int latestDay = -1;
  private long latestEpochDay;

  /** The number of the quarter hour since the epoch. */
  long quarter(char[] text, int offset, int length) {
    long quarter = fixedForm(text, offset, length);
    return quarter == Long.MIN_VALUE
        ? Math.floorDiv(
            instant(new String(text, offset, length)).getEpochSecond(), BatchTally.QUARTER)
        : quarter;
  }

  /** Reads an instant in any form of ISO 8601 that has an offset. */
  static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no instant", e);
    }
  }

  private long fixedForm(char[] text, int offset, int length) {
    if (length < SHORTEST
        || length > LONGEST
        || !isPunctuated(text, offset)
        || !endsLikeAnInstant(text, offset, length)) {
      return Long.MIN_VALUE;
    }
    int year = two(text, offset) * 100 + two(text, offset + 2);
    int month = two(text, offset + 5);
    int day = two(text, offset + 8);
    int hour = two(text, offset + 11);
    int minute = two(text, offset + 14);
    int second = two(text, offset + 17);
    if ((year | month | day | hour | minute | second) < 0
        || hour > 23
        || minute > 59
        || second > 59) {
      return Long.MIN_VALUE;
    }
    return epochDay(year, month, day) * QUARTERS_OF_DAY + hour * 4 + minute / 15;
  }

  private static boolean isPunctuated(char[] text, int offset) {
    return text[offset + 4] == '-'
        && text[offset + 7] == '-'
        && text[offset + 10] == 'T'
        && text[offset + 13] == ':'
        && text[offset + 16] == ':';
  }

  /** {@code Z} right after the seconds, or after a point and one to nine digits. */
  private static boolean endsLikeAnInstant(char[] text, int offset, int length) {
    if (text[offset + length - 1] != 'Z') {
      return false;
    }
    if (length == SHORTEST) {
      return true;
    }
    if (text[offset + SECONDS_END] != '.' || length == SHORTEST + 1) {
      return false;
    }
    for (int i = offset + SHORTEST; i < offset + length - 1; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private long epochDay(int year, int month, int day) {
    int whole = (year * 100 + month) * 100 + day;
    if (whole != latestDay) {
      try {
        latestEpochDay = LocalDate.of(year, month, day).toEpochDay();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
      latestDay = whole;
    }
    return latestEpochDay;
  }

  /** Two digits as a number; negative (enough to survive arithmetic) when they are none. */
  private static int two(char[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100_000 : tens * 10 + ones;
  }
}
