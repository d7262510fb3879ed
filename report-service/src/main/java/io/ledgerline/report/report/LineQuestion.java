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
 */
public record LineQuestion(
    long line,
    LineMark before,
    EventRating rating,
    Function<Instant, LedgerDetail> detailFrom,
    ZoneId zone,
    Period period) {
  /** For kinds that do not ask for the period. */
  public LineQuestion(
      long line,
      LineMark before,
      EventRating rating,
      Function<Instant, LedgerDetail> detailFrom,
      ZoneId zone) {
    this(line, before, rating, detailFrom, zone, null);
  }
}
