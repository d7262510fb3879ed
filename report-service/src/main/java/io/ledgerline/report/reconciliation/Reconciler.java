package io.ledgerline.report.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares ledger, rollups and report. Three proofs, each against the ledger at the watermark:
 *
 * <ol>
 *   <li>every batch: it is applied, and what it added is what the ledger holds of it;
 *   <li>the sum: the rollups, less what batches posted after the watermark added, are the ledger's
 *       totals;
 *   <li>the report: what it read, event by event, are the ledger's totals of the exact period.
 * </ol>
 */
public final class Reconciler {
  /** How many differences are told one by one. */
  public static final int MOST_DIFFERENCES = 100;

  private final List<Difference> differences = new ArrayList<>();
  private long count;

  private Reconciler() {}

  /**
   * Compares.
   *
   * @param ledger control totals of the period widened to whole quarter hours
   * @param rollups of the same widened period
   * @param exact control totals of the exact period
   * @param reported what the report read of the exact period
   */
  public static Reconciliation compare(
      LedgerSide ledger, RollupSide rollups, Sums exact, Sums reported) {
    Reconciler reconciler = new Reconciler();
    Map<UUID, Sums> later = new TreeMap<>(rollups.applied());
    later.keySet().removeAll(ledger.batches().keySet());
    reconciler.batches(ledger.batches(), rollups.applied());
    Sums rolledUp = rollups.total().minus(Sums.total(later.values()));
    reconciler.sums(Difference.Kind.ROLLUPS_DIFFER, null, ledger.total(), rolledUp);
    reconciler.sums(Difference.Kind.REPORT_DIFFERS, null, exact, reported);
    return new Reconciliation(
        reconciler.count == 0
            ? Reconciliation.Result.RECONCILED
            : Reconciliation.Result.UNRECONCILED,
        ledger.total(),
        rolledUp,
        reported,
        ledger.batches().size(),
        later.size(),
        List.copyOf(reconciler.differences),
        reconciler.count);
  }

  private void batches(Map<UUID, Sums> ledger, Map<UUID, Sums> applied) {
    SortedMap<UUID, Sums> sorted = new TreeMap<>(ledger);
    sorted.forEach(
        (batch, sums) -> {
          Sums added = applied.get(batch);
          if (added == null) {
            add(
                new Difference(
                    Difference.Kind.BATCH_MISSING, batch, null, events(sums), BigDecimal.ZERO));
          } else {
            sums(Difference.Kind.BATCH_DIFFERS, batch, sums, added);
          }
        });
  }

  private void sums(Difference.Kind kind, UUID batch, Sums ledger, Sums found) {
    if (ledger.events() != found.events()) {
      add(new Difference(kind, batch, null, events(ledger), events(found)));
    }
    SortedSet<String> meters = new TreeSet<>(ledger.quantities().keySet());
    meters.addAll(found.quantities().keySet());
    for (String meter : meters) {
      if (ledger.of(meter).compareTo(found.of(meter)) != 0) {
        add(new Difference(kind, batch, meter, ledger.of(meter), found.of(meter)));
      }
    }
  }

  private void add(Difference difference) {
    count++;
    if (differences.size() < MOST_DIFFERENCES) {
      differences.add(difference);
    }
  }

  private static BigDecimal events(Sums sums) {
    return BigDecimal.valueOf(sums.events());
  }
}
