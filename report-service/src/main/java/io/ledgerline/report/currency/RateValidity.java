package io.ledgerline.report.currency;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** When a rate applies, as tables of rates say it: a day, a month, or from when to when. */
public final class RateValidity {
  private RateValidity() {}

  /** A calendar day in UTC. */
  public static Validity day(LocalDate day) {
    return new Validity(start(day), start(day.plusDays(1)));
  }

  /** A calendar month in UTC. */
  public static Validity month(YearMonth month) {
    return new Validity(start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
  }

  /**
   * What was stated: exactly one of a day, a month, or a start with or without an end.
   *
   * @param day such as {@code 2026-01-31}; null for none
   * @param month such as {@code 2026-01}; null for none
   * @param from null for none
   * @param to exclusive; null for none
   */
  public static Validity of(String day, String month, Instant from, Instant to) {
    int stated = (day == null ? 0 : 1) + (month == null ? 0 : 1) + (from == null ? 0 : 1);
    if (stated != 1 || to != null && from == null) {
      throw new InvalidValueException(
          "validFrom",
          "unclear-validity",
          "A rate is for a 'day', for a 'month', or from 'validFrom' on, with or without 'validTo'.");
    }
    try {
      if (day != null) {
        return day(LocalDate.parse(day));
      }
      return month == null ? new Validity(from, to) : month(YearMonth.parse(month));
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(
          day == null ? "month" : "day",
          "not-a-date",
          "A day is written 2026-01-31, a month 2026-01.");
    }
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
