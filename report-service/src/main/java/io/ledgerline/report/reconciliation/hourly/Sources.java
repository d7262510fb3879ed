package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.BatchEvent;
import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerFinding;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.client.ControlTotalsReader;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.ledger.client.LedgerRefusedException;
import io.ledgerline.report.reconciliation.LineFinding;
import io.ledgerline.report.reconciliation.UsageCell;
import io.ledgerline.report.reconciliation.store.AppliedBatches;
import io.ledgerline.report.reconciliation.store.RollupSnapshot;
import io.ledgerline.report.reconciliation.store.RollupSnapshots;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where one request finds its evidence, at its watermark and snapshot. For one thread. */
final class Sources {
  private static final Logger LOG = Logger.getLogger(Sources.class);
  private static final int MOST_UNCONFIRMED = 20_000;

  private final TenantId tenant;
  private final Ledger ledger;
  private final long watermark;
  private final RollupSnapshot snapshot;
  private final RollupSnapshots rollups;
  private final Budget budget;
  private Set<UUID> unconfirmed;

  Sources(
      TenantId tenant,
      Ledger ledger,
      long watermark,
      RollupSnapshot snapshot,
      RollupSnapshots rollups,
      Budget budget) {
    this.tenant = tenant;
    this.ledger = ledger;
    this.watermark = watermark;
    this.snapshot = snapshot;
    this.rollups = rollups;
    this.budget = budget;
  }

  Budget budget() {
    return budget;
  }

  long watermark() {
    return watermark;
  }

  ControlTotalsReader ledgerBatches(Instant hour) {
    return ledger.controlTotals(tenant, period(hour), watermark);
  }

  AppliedBatches appliedBatches(Instant hour) {
    return snapshot.applied(period(hour));
  }

  LedgerStream<BatchEvent> eventsOf(UUID batch) {
    return ledger.batchEvents(tenant, batch);
  }

  /** The hour's effective events at a watermark. */
  LedgerDetail events(Instant hour, long at) {
    return ledger.detail(tenant, period(hour), at);
  }

  Map<UsageCell, BigDecimal> cells(Instant hour, Collection<String> accounts) {
    return snapshot.cells(hour, accounts);
  }

  /** What the ledger finds wrong with its own rows; that it does not tell is a finding, too. */
  List<LedgerFinding> verification(Instant hour) {
    if (budget.takeVerification()) {
      try {
        return ledger.verification(tenant, hour, hour.plus(1, ChronoUnit.HOURS), null).findings();
      } catch (LedgerRefusedException e) {
        LOG.warnf("The ledger does not verify its rows of %s: %s", hour, e.getMessage());
      }
    }
    return List.of(new LedgerFinding(LineFinding.NOT_VERIFIED, null, List.of(), null));
  }

  LedgerStream<HourTotal> totalsAt(Instant hour, long at) {
    return ledger.hourlyTotals(tenant, hour, hour.plus(1, ChronoUnit.HOURS), at);
  }

  /**
   * Those of the batches that the snapshot lacks, but that are on their way: the ledger goes on
   * publishing them, or they have arrived since.
   */
  Set<UUID> onTheirWay(Collection<UUID> missing) {
    if (missing.isEmpty()) {
      return Set.of();
    }
    // Asked for first: a batch that is confirmed meanwhile is found applied by what comes next.
    Set<UUID> underway = new HashSet<>(unconfirmed());
    underway.retainAll(missing);
    Set<UUID> arrived = new HashSet<>(missing);
    rollups.missing(missing).forEach(arrived::remove);
    underway.addAll(arrived);
    return underway;
  }

  private Set<UUID> unconfirmed() {
    if (unconfirmed == null) {
      unconfirmed = new HashSet<>(ledger.batches(tenant, "unpublished", MOST_UNCONFIRMED));
      unconfirmed.addAll(ledger.batches(tenant, "unconfirmed", MOST_UNCONFIRMED));
      unconfirmed.removeAll(ledger.batches(tenant, "dead-lettered", MOST_UNCONFIRMED));
    }
    return unconfirmed;
  }

  private static Period period(Instant hour) {
    return new Period(hour, hour.plus(1, ChronoUnit.HOURS), ZoneOffset.UTC);
  }
}
