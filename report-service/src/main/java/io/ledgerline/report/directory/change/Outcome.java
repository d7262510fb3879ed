package io.ledgerline.report.directory.change;

/** What became of somebody or something. */
public enum Outcome {
  /** Was not there. */
  ADDED,
  /** Was there otherwise. */
  CHANGED,
  /** Is a member no more. */
  REMOVED,
  /** Was there just so. */
  UNCHANGED
}
