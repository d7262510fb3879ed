package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.QuarterSum;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.HistorySums;
import io.ledgerline.report.rating.LineRater;
import io.ledgerline.report.rating.PeriodRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.store.RunHistoryStore;
import io.ledgerline.report.rollup.RollupGrain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * What was used before a run's period, where prices add up: from the ledger's rows, cut at the
 * run's watermark, so that it is the same for every run at the same marks. Noted with the run, for
 * whoever explains its lines. Blocking.
 */
@ApplicationScoped
class RunHistory {
  private final RunHistoryStore store;
  private final Ledger ledger;
  private final RollupGrain grain;

  RunHistory(RunHistoryStore store, Ledger ledger, RollupGrain grain) {
    this.store = store;
    this.ledger = ledger;
    this.grain = grain;
  }

  /** What the run's events are rated by, with what was used before them. */
  EventRating rating(ReportRun run, long watermark, RatingBooks books) {
    return new EventRating(books, grain, of(run, watermark, books));
  }

  private HistorySums of(ReportRun run, long watermark, RatingBooks books) {
    if (meters(books, run.period()).isEmpty()) {
      return HistorySums.NONE;
    }
    HistorySums noted = store.find(run.id()).orElse(null);
    return noted != null
        ? noted
        : store.note(run.id(), before(run.tenant(), run.period(), watermark, books));
  }

  /** What was used before a period, as the ledger has it at a watermark. */
  HistorySums before(TenantId tenant, Period period, long watermark, RatingBooks books) {
    LineRater rater = new LineRater(books);
    SortedMap<MeterName, Instant> meters = meters(books, period);
    Period before = new Period(Collections.min(meters.values()), period.from(), period.zone());
    List<String> names = meters.keySet().stream().map(MeterName::value).toList();
    try (LedgerStream<QuarterSum> sums =
        ledger.quarterSums(
            tenant, before, watermark, names, grain.tagKeys(), grain.ladder().steps())) {
      for (QuarterSum sum = sums.next(); sum != null; sum = sums.next()) {
        prime(rater, sum);
      }
    }
    return rater.sums();
  }

  private static SortedMap<MeterName, Instant> meters(RatingBooks books, Period period) {
    SortedMap<MeterName, Instant> meters = PeriodRating.history(books, period.from());
    // Gauges add up by time, not by samples: the reports that weight them read samples.
    meters.keySet().removeIf(books.gauges()::has);
    return meters;
  }

  private void prime(LineRater rater, QuarterSum sum) {
    Dimensions dimensions = grain.dimensions(sum);
    sum.quantities()
        .forEach(
            (meter, quantity) ->
                rater.prime(
                    new UsageLine(sum.time(), dimensions, new MeterName(meter), quantity, 0)));
  }
}
