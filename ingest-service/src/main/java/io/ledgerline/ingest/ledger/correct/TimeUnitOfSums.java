package io.ledgerline.ingest.ledger.correct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How finely sums are shown over time (UTC): as finely as fits a bounded answer. */
enum TimeUnitOfSums {
  /** By hour. */
  HOUR,
  /** By day. */
  DAY,
  /** By month. */
  MONTH,
  /** By year; events lie between 2000 and a day from now, so that it always fits. */
  YEAR;

  /** As callers see it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads {@link #word}. */
  static TimeUnitOfSums of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Start of the span that a time lies in. */
  Instant start(Instant time) {
    LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> time.truncatedTo(ChronoUnit.DAYS);
      case MONTH -> day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      case YEAR -> day.withDayOfYear(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  TimeUnitOfSums coarser() {
    return values()[ordinal() + 1];
  }
}
