package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.ControlTotals;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.reconciliation.LedgerSide;
import io.ledgerline.report.reconciliation.Reconciler;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.reconciliation.store.RollupSnapshot;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunTotals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Collects the three sides of a run's reconciliation. The rollups are compared over the period
 * widened to whole quarter hours, what the report read over the exact period. Blocking.
 */
@ApplicationScoped
class Proof {
  private static final Duration POLL = Duration.ofMillis(250);

  private final Ledger ledger;
  private final RollupSnapshot rollups;
  private final RunConfig config;

  Proof(Ledger ledger, RollupSnapshot rollups, RunConfig config) {
    this.ledger = ledger;
    this.rollups = rollups;
    this.config = config;
  }

  /** The ledger's totals of the period widened to whole quarter hours, at the run's watermark. */
  ControlTotals widened(ReportRun run, long watermark) {
    return ledger.controlTotals(run.tenant(), run.period().coveringQuarterHours(), watermark);
  }

  /**
   * Waits until the rollups have all of the ledger's batches, or the patience is over: what is
   * missing then is a difference.
   */
  void awaitRollups(ControlTotals widened) {
    List<UUID> batches = widened.batches().stream().map(ControlTotals.Batch::batchId).toList();
    long end = System.nanoTime() + config.rollupPatience().toNanos();
    while (Awaiting.outcome(rollups.missing(batches)) > 0
        && System.nanoTime() < end
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Compares ledger, rollups and what the report read. */
  Reconciliation compare(ReportRun run, ControlTotals widened, RunTotals read) {
    Period covering = run.period().coveringQuarterHours();
    ControlTotals exact =
        run.period().isWholeQuarterHours()
            ? widened
            : ledger.controlTotals(run.tenant(), run.period(), widened.watermark());
    return Reconciler.compare(
        side(widened),
        Awaiting.outcome(rollups.read(run.tenant(), covering)),
        Sums.of(exact.events(), exact.quantities()),
        Sums.of(read.events(), read.quantities()));
  }

  private static LedgerSide side(ControlTotals totals) {
    Map<UUID, Sums> batches = new HashMap<>();
    totals.batches().forEach(b -> batches.put(b.batchId(), Sums.of(b.events(), b.quantities())));
    return new LedgerSide(Sums.of(totals.events(), totals.quantities()), batches);
  }
}
