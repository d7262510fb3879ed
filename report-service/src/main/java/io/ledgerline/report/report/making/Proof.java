package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.BatchTotal;
import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.client.ControlTotalsFile;
import io.ledgerline.report.ledger.client.ControlTotalsReader;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.reconciliation.BatchSource;
import io.ledgerline.report.reconciliation.BatchSums;
import io.ledgerline.report.reconciliation.Reconciler;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.reconciliation.store.AppliedBatches;
import io.ledgerline.report.reconciliation.store.RollupSnapshot;
import io.ledgerline.report.reconciliation.store.RollupSnapshots;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Collects the three sides of a run's reconciliation. The rollups are compared over the period
 * widened to whole quarter hours, what the report read over the exact period. Memory does not grow
 * with the number of batches: they are kept in a file and compared one by one. Blocking.
 */
@ApplicationScoped
class Proof {
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int BATCHES_AT_ONCE = 1000;

  private final Ledger ledger;
  private final RollupSnapshots rollups;
  private final RunConfig config;

  Proof(Ledger ledger, RollupSnapshots rollups, RunConfig config) {
    this.ledger = ledger;
    this.rollups = rollups;
    this.config = config;
  }

  /** The ledger's totals of the period widened to whole quarter hours, at the run's watermark. */
  ControlTotalsFile widened(ReportRun run, long watermark, WorkFolder folder) {
    return ledger.controlTotals(
        run.tenant(),
        run.period().coveringQuarterHours(),
        watermark,
        folder.path().resolve("control-totals.json"));
  }

  /**
   * Waits until the rollups have all of the ledger's batches, or the patience is over: what is
   * missing then is a difference.
   *
   * @param waiting is told again and again how many are missing; what it throws ends the wait
   * @return how many are missing still
   */
  int awaitRollups(ControlTotalsFile widened, LongConsumer waiting) {
    long end = System.nanoTime() + config.rollupPatience().toNanos();
    List<UUID> missing = missing(widened);
    while (!missing.isEmpty()
        && System.nanoTime() < end
        && !Thread.currentThread().isInterrupted()) {
      waiting.accept(missing.size());
      LockSupport.parkNanos(POLL.toNanos());
      missing = missing(missing);
    }
    return missing.size();
  }

  /**
   * Compares ledger, rollups and what the report read.
   *
   * @param others what the report left out, because whoever asked for it does not see it
   */
  Reconciliation compare(
      ReportRun run, ControlTotalsFile widened, long watermark, RunTotals read, Sums others) {
    Period covering = run.period().coveringQuarterHours();
    Sums ledgerTotal = sums(widened.totals());
    Sums exact =
        run.period().isWholeQuarterHours() ? ledgerTotal : sums(exactTotals(run, watermark));
    Sums part = run.scope() == null ? exact : exact.minus(others);
    try (RollupSnapshot snapshot = rollups.open(run.tenant());
        ControlTotalsReader ledgerBatches = widened.open();
        AppliedBatches applied = snapshot.applied(covering)) {
      Reconciler.Sides sides =
          new Reconciler.Sides(
              ledgerTotal,
              snapshot.sums(covering),
              part,
              Sums.of(read.events(), read.quantities()));
      Reconciliation all =
          Reconciler.compare(sides, source(ledgerBatches), applied)
              .of(widened.totals().archivedMonths());
      return run.scope() == null ? all : all.ofPart(part);
    }
  }

  private ControlTotals exactTotals(ReportRun run, long watermark) {
    try (ControlTotalsReader reader = ledger.controlTotals(run.tenant(), run.period(), watermark)) {
      return reader.skipBatches();
    }
  }

  private List<UUID> missing(ControlTotalsFile totals) {
    List<UUID> missing = new ArrayList<>();
    List<UUID> some = new ArrayList<>(BATCHES_AT_ONCE);
    try (ControlTotalsReader reader = totals.open()) {
      for (BatchTotal batch = reader.next(); batch != null; batch = reader.next()) {
        some.add(batch.batchId());
        if (some.size() == BATCHES_AT_ONCE) {
          missing.addAll(rollups.missing(some));
          some.clear();
        }
      }
    }
    missing.addAll(rollups.missing(some));
    return missing;
  }

  private List<UUID> missing(List<UUID> batches) {
    List<UUID> missing = new ArrayList<>();
    for (int from = 0; from < batches.size(); from += BATCHES_AT_ONCE) {
      int to = Math.min(batches.size(), from + BATCHES_AT_ONCE);
      missing.addAll(rollups.missing(batches.subList(from, to)));
    }
    return missing;
  }

  private static BatchSource source(ControlTotalsReader reader) {
    return () -> {
      BatchTotal batch = reader.next();
      return batch == null
          ? null
          : new BatchSums(batch.batchId(), Sums.of(batch.events(), batch.quantities()));
    };
  }

  private static Sums sums(ControlTotals totals) {
    return Sums.of(totals.events(), totals.quantities());
  }
}
