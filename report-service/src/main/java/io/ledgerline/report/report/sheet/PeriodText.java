package io.ledgerline.report.report.sheet;

import io.ledgerline.contracts.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A period as people say it; its end, which it excludes, only where it is not a midnight. */
final class PeriodText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

  private PeriodText() {}

  static String of(Period period) {
    ZonedDateTime from = period.from().atZone(period.zone());
    ZonedDateTime to = period.to().atZone(period.zone());
    return span(from, to) + " (" + period.zone().getId() + ")";
  }

  private static String span(ZonedDateTime from, ZonedDateTime to) {
    if (!isMidnight(from) || !isMidnight(to)) {
      return MINUTE.format(from) + " until " + MINUTE.format(to);
    }
    LocalDate first = from.toLocalDate();
    LocalDate last = to.toLocalDate().minusDays(1);
    if (first.equals(last)) {
      return DAY.format(first);
    }
    if (first.getDayOfMonth() == 1 && last.equals(first.plusMonths(1).minusDays(1))) {
      return MONTH.format(first);
    }
    return DAY.format(first) + " to " + DAY.format(last);
  }

  private static boolean isMidnight(ZonedDateTime time) {
    // A day whose clocks go on at midnight begins later.
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        || time.equals(time.toLocalDate().atStartOfDay(time.getZone()));
  }
}
