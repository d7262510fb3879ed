package io.ledgerline.report.reconciliation;

/** Batches one after the other, sorted by {@link BatchWalk#ORDER}. */
@FunctionalInterface
public interface BatchSource {
  /** The next batch, null when there are no more. May block. */
  BatchSums next();
}
