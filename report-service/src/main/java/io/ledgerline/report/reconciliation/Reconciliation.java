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
 * @param archivedMonths months whose rows were archived and dropped, such as 2017-09: of them the
 *     ledger's totals are what its batches keep, and what reads events finds none
 */
public record Reconciliation(
    Result result,
    Sums ledger,
    Sums rolledUp,
    Sums reported,
    long batches,
    long laterBatches,
    List<Difference> differences,
    long differenceCount,
    List<String> archivedMonths) {
  /** Copies. */
  public Reconciliation {
    archivedMonths = archivedMonths == null ? List.of() : List.copyOf(archivedMonths);
  }

  /** One of months that are all there. */
  public Reconciliation(
      Result result,
      Sums ledger,
      Sums rolledUp,
      Sums reported,
      long batches,
      long laterBatches,
      List<Difference> differences,
      long differenceCount) {
    this(
        result,
        ledger,
        rolledUp,
        reported,
        batches,
        laterBatches,
        differences,
        differenceCount,
        List.of());
  }

  /** The same, told with the months whose rows the ledger has no more. */
  public Reconciliation of(List<String> archived) {
    return new Reconciliation(
        result,
        ledger,
        rolledUp,
        reported,
        batches,
        laterBatches,
        differences,
        differenceCount,
        archived);
  }

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
        differenceCount,
        archivedMonths);
  }

  /** Whether all numbers agree. */
  public boolean isReconciled() {
    return result == Result.RECONCILED;
  }
}
