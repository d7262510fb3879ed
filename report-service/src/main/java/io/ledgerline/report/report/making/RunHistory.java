package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.rating.EventRater;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.HistorySums;
import io.ledgerline.report.rating.LineRater;
import io.ledgerline.report.rating.PeriodRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.store.RollupUsage;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.store.RunHistoryStore;
import io.ledgerline.report.rollup.RollupGrain;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jboss.logging.Logger;

/**
 * What was used before a run's period, where prices add up: from the rollups, and from the ledger
 * for the part of a quarter hour that a rolling period begins in. Found once and kept with the run.
 * Blocking.
 */
@ApplicationScoped
class RunHistory {
  private static final Logger LOG = Logger.getLogger(RunHistory.class);

  private final RunHistoryStore store;
  private final RollupUsage usage;
  private final Ledger ledger;
  private final Proof proof;
  private final RollupGrain grain;

  RunHistory(
      RunHistoryStore store, RollupUsage usage, Ledger ledger, Proof proof, RollupGrain grain) {
    this.store = store;
    this.usage = usage;
    this.ledger = ledger;
    this.proof = proof;
    this.grain = grain;
  }

  /** What the run's events are rated by, with what was used before them. */
  EventRating rating(ReportRun run, long watermark, RatingBooks books, WorkFolder folder)
      throws IOException {
    return new EventRating(books, grain, of(run, watermark, books, folder));
  }

  private HistorySums of(ReportRun run, long watermark, RatingBooks books, WorkFolder folder)
      throws IOException {
    SortedMap<MeterName, Instant> meters = PeriodRating.history(books, run.period().from());
    if (meters.isEmpty()) {
      return HistorySums.NONE;
    }
    HistorySums noted = store.find(run.id()).orElse(null);
    return noted != null
        ? noted
        : store.note(run.id(), read(run, watermark, new LineRater(books), meters, folder));
  }

  private HistorySums read(
      ReportRun run,
      long watermark,
      LineRater rater,
      SortedMap<MeterName, Instant> meters,
      WorkFolder folder)
      throws IOException {
    Period period = run.period();
    Instant earliest = Collections.min(meters.values());
    Instant quarter = QuarterHour.of(period.from()).start();
    if (earliest.isBefore(quarter)) {
      int missing =
          proof.awaitRollups(
              proof.history(run, new Period(earliest, quarter, period.zone()), watermark, folder),
              waiting -> {});
      if (missing > 0) {
        throw new RollupsBehindException(missing);
      }
      RollupUsage.Part part = new RollupUsage.Part(earliest, quarter, meters.keySet());
      Instant keptFrom = usage.read(run.tenant(), List.of(part), rater::prime);
      if (keptFrom != null && keptFrom.isAfter(earliest)) {
        LOG.warnf(
            "Run %s has prices that add up from %s on; rollups are kept from %s on",
            run.id(), earliest, keptFrom);
      }
    }
    if (quarter.isBefore(period.from())) {
      ledger
          .detail(run.tenant(), new Period(quarter, period.from(), period.zone()), watermark)
          .forEach(event -> EventRater.usage(grain, event).forEach(rater::prime));
    }
    return rater.sums();
  }
}
