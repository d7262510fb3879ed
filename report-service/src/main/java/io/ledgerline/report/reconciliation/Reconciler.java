package io.ledgerline.report.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
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
 *
 * All sums are signed: an event that was taken back adds and takes away the same. Memory does not
 * grow with the number of batches.
 */
public final class Reconciler {
  /** How many differences are told one by one. */
  public static final int MOST_DIFFERENCES = 100;

  private final List<Difference> differences = new ArrayList<>();
  private final SumsTally later = new SumsTally();
  private long count;
  private long batches;
  private long laterBatches;

  private Reconciler() {}

  /**
   * The sums to be compared.
   *
   * @param ledger control totals of the period widened to whole quarter hours
   * @param rollups of the same widened period, whatever batch they came from
   * @param exact control totals of the exact period
   * @param reported what the report read of the exact period
   */
  public record Sides(Sums ledger, Sums rollups, Sums exact, Sums reported) {}

  /**
   * Compares.
   *
   * @param ledger the ledger's batches of the widened period
   * @param applied what the applied batches added to it, of the same snapshot as the rollups
   */
  public static Reconciliation compare(Sides sides, BatchSource ledger, BatchSource applied) {
    Reconciler reconciler = new Reconciler();
    BatchWalk.walk(ledger, applied, reconciler.new Batches());
    Sums rolledUp = sides.rollups().minus(reconciler.later.sums());
    reconciler.sums(Difference.Kind.ROLLUPS_DIFFER, null, sides.ledger(), rolledUp);
    reconciler.sums(Difference.Kind.REPORT_DIFFERS, null, sides.exact(), sides.reported());
    return new Reconciliation(
        reconciler.count == 0
            ? Reconciliation.Result.RECONCILED
            : Reconciliation.Result.UNRECONCILED,
        sides.ledger(),
        rolledUp,
        sides.reported(),
        reconciler.batches,
        reconciler.laterBatches,
        List.copyOf(reconciler.differences),
        reconciler.count);
  }

  private final class Batches implements BatchWalk.Visitor {
    @Override
    public void both(UUID batch, Sums ledger, Sums applied) {
      batches++;
      sums(Difference.Kind.BATCH_DIFFERS, batch, ledger, applied);
    }

    @Override
    public void missing(BatchSums ledger) {
      batches++;
      add(
          new Difference(
              Difference.Kind.BATCH_MISSING,
              ledger.batchId(),
              null,
              events(ledger.sums()),
              BigDecimal.ZERO));
    }

    @Override
    public void later(BatchSums applied) {
      laterBatches++;
      later.add(applied.sums());
    }
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
