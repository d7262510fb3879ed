package io.ledgerline.report.rollup.rebuild;

/** Where a rebuild stands. */
public enum RebuildState {
  /** It waits to be begun, or to be tried again. */
  QUEUED,
  /** A replica makes it. */
  RUNNING,
  /** All its months are rebuilt and switched. */
  COMPLETED,
  /** It was given up; months that it had switched are rebuilt, the others are as they were. */
  FAILED
}
