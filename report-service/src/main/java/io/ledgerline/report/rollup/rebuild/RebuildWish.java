package io.ledgerline.report.rollup.rebuild;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * What to rebuild. Partitions are months of UTC, so a span is widened to whole ones.
 *
 * @param askedFrom inclusive start as asked
 * @param askedTo exclusive end as asked
 * @param reason why, for those who read it later
 * @param removeUnknown whether batches that were applied and are not in the ledger are taken out;
 *     without it their presence fails the job
 */
public record RebuildWish(
    Instant askedFrom, Instant askedTo, String reason, boolean removeUnknown) {
  /** Most months of one job. */
  public static final int MAX_MONTHS = 120;

  /** Checks the order. */
  public RebuildWish {
    if (!askedFrom.isBefore(askedTo)) {
      throw new IllegalArgumentException("a rebuild needs 'from' before 'to'");
    }
  }

  /** The first month. */
  public YearMonth firstMonth() {
    return monthOf(askedFrom);
  }

  /** The last month. */
  public YearMonth lastMonth() {
    return monthOf(askedTo.minusNanos(1));
  }

  /** How many months. */
  public long months() {
    return firstMonth().until(lastMonth(), ChronoUnit.MONTHS) + 1;
  }

  /** Whether more is rebuilt than was asked for. */
  public boolean isWidened() {
    return !askedFrom.equals(start(firstMonth()))
        || !askedTo.equals(start(lastMonth().plusMonths(1)));
  }

  /** The first instant of a month. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static YearMonth monthOf(Instant instant) {
    return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
  }
}
