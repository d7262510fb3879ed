package io.ledgerline.contracts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A half-open span of time {@code [from, to)}: usage at {@code from} is in, usage at {@code to} is
 * in the next one.
 *
 * @param from inclusive start
 * @param to exclusive end, later than {@code from}, at most 400 days later
 * @param zone the zone whose calendar the period was named in; it does not move {@code from} and
 *     {@code to}
 */
public record Period(Instant from, Instant to, ZoneId zone) {
  /** The longest period that one report covers. */
  public static final Duration LONGEST = Duration.ofDays(400);

  /** Checks order and length. */
  public Period {
    require(
        from != null,
        "from",
        "missing",
        "'from' is required: an instant such as 2026-01-31T00:00:00Z.");
    require(
        to != null, "to", "missing", "'to' is required: an instant such as 2026-02-01T00:00:00Z.");
    require(
        zone != null,
        "zone",
        "missing",
        "'zone' is required: an IANA zone such as UTC or Europe/Berlin.");
    require(
        from.isBefore(to),
        "to",
        "period-empty",
        "'to' (exclusive) must be later than 'from' (inclusive).");
    require(
        Duration.between(from, to).compareTo(LONGEST) <= 0,
        "to",
        "period-too-long",
        "A period covers at most " + LONGEST.toDays() + " days.");
  }

  /**
   * The calendar day {@code day} in {@code zone}: 23, 24 or 25 hours, and whatever else the zone's
   * history holds.
   */
  public static Period ofDay(LocalDate day, ZoneId zone) {
    return new Period(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant(), zone);
  }

  /** The calendar month {@code month} in {@code zone}. */
  public static Period ofMonth(YearMonth month, ZoneId zone) {
    return new Period(
        month.atDay(1).atStartOfDay(zone).toInstant(),
        month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
        zone);
  }

  /** The 24 hours that end before {@code until}, whatever the calendar says. */
  public static Period last24Hours(Instant until, ZoneId zone) {
    return new Period(until.minus(Duration.ofHours(24)), until, zone);
  }

  /** Whether {@code instant} lies in {@code [from, to)}. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(to);
  }

  /**
   * Whether the period is made of whole UTC quarter hours, so that rollups answer for it exactly.
   */
  public boolean isWholeQuarterHours() {
    return QuarterHour.isAligned(from) && QuarterHour.isAligned(to);
  }

  /**
   * The shortest period of whole quarter hours that covers this one; itself when it is made of
   * them.
   */
  public Period coveringQuarterHours() {
    Instant end = QuarterHour.isAligned(to) ? to : QuarterHour.of(to).end();
    return new Period(QuarterHour.of(from).start(), end, zone);
  }

  private static void require(boolean holds, String field, String code, String detail) {
    if (!holds) {
      throw new InvalidValueException(field, code, detail);
    }
  }
}
