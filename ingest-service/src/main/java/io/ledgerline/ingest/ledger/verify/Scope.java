package io.ledgerline.ingest.ledger.verify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Which part of the ledger is verified row by row.
 *
 * @param tenant whose
 * @param from charge time, whole hours, inclusive
 * @param to charge time, whole hours, exclusive
 * @param dropped months whose rows were archived and dropped
 */
record Scope(String tenant, Instant from, Instant to, Set<LocalDate> dropped) {
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  /** Widens a span to whole hours, in which keys and rows are compared. */
  static Scope of(String tenant, Instant from, Instant to, Set<LocalDate> dropped) {
    Instant end = to.truncatedTo(ChronoUnit.HOURS);
    return new Scope(
        tenant,
        from.truncatedTo(ChronoUnit.HOURS),
        end.isBefore(to) ? end.plus(1, ChronoUnit.HOURS) : end,
        dropped);
  }

  /** Whether a key with this charge second since 2000 is to have a row. */
  boolean holds(int second) {
    return second >= seconds(from)
        && second < seconds(to)
        && (dropped.isEmpty() || !dropped.contains(month(EPOCH.plusSeconds(second))));
  }

  /** Seconds since 2000, as keys have them; bounded to what a key can hold. */
  static int seconds(Instant time) {
    long seconds = time.getEpochSecond() - EPOCH.getEpochSecond();
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, seconds));
  }

  /** Seconds since 2000 of microseconds since 1970. */
  static int seconds(long micros) {
    return Math.toIntExact(Math.floorDiv(micros, 1_000_000L) - EPOCH.getEpochSecond());
  }

  /** The first instant of an hour since 2000. */
  static Instant hour(int hour) {
    return EPOCH.plus(hour, ChronoUnit.HOURS);
  }

  /** The first day of the month (UTC). */
  static LocalDate month(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(1);
  }

  /** A condition on {@code ledger_event e}: rows of a month. */
  static String rowsOf(LocalDate month) {
    return rows(start(month), start(month.plusMonths(1)));
  }

  /** A condition on {@code ledger_event e}: rows of a span. */
  static String rows(Instant from, Instant to) {
    return "e.charge_time >= '%s' AND e.charge_time < '%s'".formatted(from, to);
  }

  /** A condition on {@code ledger_event e}: rows of a month inside of the span. */
  String rowsInside(LocalDate month) {
    Instant first = start(month);
    Instant end = start(month.plusMonths(1));
    return rows(first.isAfter(from) ? first : from, end.isBefore(to) ? end : to);
  }

  /** A condition on {@code batch b}: those of a month that touch the span. */
  String batchesOf(LocalDate month) {
    Instant first = start(month);
    return "b.max_time >= '%s' AND b.max_time < '%s' AND b.min_time < '%s'"
        .formatted(first.isAfter(from) ? first : from, start(month.plusMonths(1)), to);
  }

  private static Instant start(LocalDate month) {
    return month.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
