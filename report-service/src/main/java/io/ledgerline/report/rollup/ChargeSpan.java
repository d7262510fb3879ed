package io.ledgerline.report.rollup;

import io.ledgerline.contracts.QuarterHour;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * A span of charge quarter hours, half-open.
 *
 * @param from number of the first quarter hour since the epoch
 * @param to number of the first one behind
 */
public record ChargeSpan(long from, long to) {
  /** All time. */
  public static final ChargeSpan ALL = new ChargeSpan(Long.MIN_VALUE, Long.MAX_VALUE);

  /** A month in UTC. */
  public static ChargeSpan of(YearMonth month) {
    return new ChargeSpan(start(month), start(month.plusMonths(1)));
  }

  /** A month in UTC and all that comes after it. */
  public static ChargeSpan since(YearMonth month) {
    return new ChargeSpan(start(month), Long.MAX_VALUE);
  }

  /** The number of the quarter hour that holds an instant. */
  static long quarterOf(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), QuarterHour.LENGTH.toSeconds());
  }

  /** Whether a quarter hour lies in it. */
  boolean holds(long quarter) {
    return quarter >= from && quarter < to;
  }

  /** Whether an instant lies in it. */
  public boolean holds(Instant instant) {
    return holds(quarterOf(instant));
  }

  private static long start(YearMonth month) {
    return quarterOf(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
  }
}
