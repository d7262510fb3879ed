package io.ledgerline.report.report;

/** How a run stands. */
public enum RunState {
  /** Waits for a replica to make it, or to try again. */
  QUEUED,
  /** Is being made. */
  RUNNING,
  /** Its artifacts are stored and will not change. */
  COMPLETED,
  /** Given up or cancelled, with the reason on the run. */
  FAILED
}
