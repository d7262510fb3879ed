package io.ledgerline.report.report;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Why a run failed.
 *
 * @param code stable kebab-case code
 * @param detail for a person
 */
public record RunFailure(String code, String detail) {
  private static final String CANCELLED = "cancelled";

  /**
   * Somebody took the run back. That is a failure with a code of its own rather than a fifth state:
   * whoever waits for COMPLETED or FAILED waits for nothing else.
   */
  public static RunFailure cancelled(String actor) {
    return new RunFailure(CANCELLED, "The run was cancelled with the key " + actor + ".");
  }

  /** Whether somebody took the run back. */
  @JsonIgnore
  public boolean isCancelled() {
    return code.equals(CANCELLED);
  }
}
