package io.ledgerline.report.reconciliation;

import java.util.List;

/**
 * The outcome of a comparison, as it stands on the run.
 *
 * @param result the verdict
 * @param ledger the ledger's control totals of the period, widened to whole quarter hours
 * @param rolledUp the rollups of the same, without what was posted after the watermark
 * @param reported what the report read of the exact period
 * @param batches how many batches of the ledger were compared
 * @param laterBatches batches that were rolled up but posted after the watermark, left out
 * @param differences the first {@link Reconciler#MOST_DIFFERENCES}; empty when reconciled
 * @param differenceCount how many there are in all
 */
public record Reconciliation(
    Result result,
    Sums ledger,
    Sums rolledUp,
    Sums reported,
    long batches,
    long laterBatches,
    List<Difference> differences,
    long differenceCount) {
  /** The verdict. */
  public enum Result {
    /** All numbers agree, batch by batch and in sum. */
    RECONCILED,
    /** At least one number differs; the differences say which. */
    UNRECONCILED
  }

  /**
   * The same as told of a part of the tenant: the verdict of the whole, the sums of the part, and
   * differences of nothing but the part.
   *
   * @param part what the ledger has of the part in the exact period
   */
  public Reconciliation ofPart(Sums part) {
    return new Reconciliation(
        result,
        part,
        part.minus(ledger.minus(rolledUp)),
        reported,
        0,
        0,
        differences.stream().filter(it -> it.kind() == Difference.Kind.REPORT_DIFFERS).toList(),
        differenceCount);
  }

  /** Whether all numbers agree. */
  public boolean isReconciled() {
    return result == Result.RECONCILED;
  }
}
