package io.ledgerline.report.report.store;

/** Another replica has taken the run over; whoever meets this stops and writes nothing more. */
public final class LostClaimException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostClaimException() {
    super("the run was taken over by another replica");
  }
}
