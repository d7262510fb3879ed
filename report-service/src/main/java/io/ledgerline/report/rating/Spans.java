package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.Accumulation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

/** From when to when a banded price adds up. */
final class Spans {
  private static final int MONTHS_OF_A_QUARTER = 3;

  private Spans() {}

  /** The start of the span that holds {@code time}. */
  static Instant start(Accumulation over, Instant time) {
    return first(over, time).atStartOfDay(over.zone()).toInstant();
  }

  /** Its exclusive end, which is the next one's start. */
  static Instant end(Accumulation over, Instant time) {
    LocalDate first = first(over, time);
    LocalDate next =
        switch (over.reset()) {
          case DAY -> first.plusDays(1);
          case MONTH -> first.plusMonths(1);
          case QUARTER -> first.plusMonths(MONTHS_OF_A_QUARTER);
          case YEAR -> first.plusYears(1);
        };
    return next.atStartOfDay(over.zone()).toInstant();
  }

  private static LocalDate first(Accumulation over, Instant time) {
    ZoneId zone = over.zone();
    LocalDate day = LocalDate.ofInstant(time, zone);
    return switch (over.reset()) {
      case DAY -> day;
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
      case YEAR -> LocalDate.of(day.getYear(), Month.JANUARY, 1);
    };
  }
}
