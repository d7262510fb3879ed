package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a report, or its months.
 *
 * @param zone whose days
 * @param byMonth whether a line is of a month
 */
record Buckets(ZoneId zone, boolean byMonth) {
  /** Longest period whose lines are of days; those of longer ones are of months. */
  static final Duration MOST_DAYS = Duration.ofDays(93);

  static Buckets of(Period period) {
    return new Buckets(
        period.zone(), Duration.between(period.from(), period.to()).compareTo(MOST_DAYS) > 0);
  }

  /** The day, or the first of the month, that holds an instant. */
  LocalDate of(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return byMonth ? day.withDayOfMonth(1) : day;
  }

  Instant start(LocalDate bucket) {
    return bucket.atStartOfDay(zone).toInstant();
  }

  Instant end(LocalDate bucket) {
    return start(byMonth ? bucket.plusMonths(1) : bucket.plusDays(1));
  }
}
