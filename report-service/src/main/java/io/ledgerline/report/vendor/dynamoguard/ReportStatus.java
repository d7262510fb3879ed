package io.ledgerline.report.vendor.dynamoguard;

import io.ledgerline.report.report.RunState;

/** How a report stands, in the vendor's words. */
public enum ReportStatus {
  /** Waits to be made. */
  QUEUED,
  /** Is being made. */
  RUNNING,
  /** May be downloaded. */
  COMPLETED,
  /** Given up or cancelled. */
  FAILED;

  /** The status of a run. */
  public static ReportStatus of(RunState state) {
    return switch (state) {
      case QUEUED -> QUEUED;
      case RUNNING -> RUNNING;
      case COMPLETED -> COMPLETED;
      case FAILED -> FAILED;
    };
  }
}
