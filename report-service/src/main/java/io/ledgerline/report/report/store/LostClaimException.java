package io.ledgerline.report.report.store;

/**
 * The run was cancelled, or another replica has taken it over; whoever meets this stops and writes
 * nothing more.
 */
public final class LostClaimException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostClaimException() {
    super("the run was cancelled or taken over by another replica");
  }
}
