package io.ledgerline.report.reconciliation;

/** How a line of a reconciliation stands. */
public enum LineState {
  /** All stages say the same. */
  AGREES,
  /** What is missing at a later stage lies in batches that are on their way. */
  PENDING,
  /** At least one stage says something that nothing on its way explains. */
  DIFFERS
}
