package io.ledgerline.report.report;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.rating.EventRating;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Which line of a run's artifact is asked for, and where its events are to be found.
 *
 * @param line counted from 1, without the header
 * @param before the nearest mark at the line or before it; null when there is none
 * @param rating what its events are rated by, at the run's mark
 * @param detailFrom the ledger's events from an instant to the end of the run's period, at the
 *     run's watermark; from the beginning of the period when the instant is null; of those before
 *     the period only the ones that name a resource
 * @param zone whose days the period is of
 * @param period the run's
 * @param table of further tables the name; null for the first one
 * @param context which run it is; null where nobody asks for it
 */
public record LineQuestion(
    long line,
    LineMark before,
    EventRating rating,
    Function<Instant, LedgerDetail> detailFrom,
    ZoneId zone,
    Period period,
    String table,
    RunContext context) {
  /** Of the first table. */
  public LineQuestion(
      long line,
      LineMark before,
      EventRating rating,
      Function<Instant, LedgerDetail> detailFrom,
      ZoneId zone,
      Period period) {
    this(line, before, rating, detailFrom, zone, period, null, null);
  }

  /** For kinds that do not ask for the period. */
  public LineQuestion(
      long line,
      LineMark before,
      EventRating rating,
      Function<Instant, LedgerDetail> detailFrom,
      ZoneId zone) {
    this(line, before, rating, detailFrom, zone, null);
  }

  /** Whether it is about this table: one of the further ones, by its name. */
  public boolean isOf(String name) {
    return name.equals(table);
  }
}
