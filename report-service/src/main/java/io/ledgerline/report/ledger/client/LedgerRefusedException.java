package io.ledgerline.report.ledger.client;

/** The ledger will not answer this call, now or later, until somebody mends something. */
public final class LedgerRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was refused, for a person. */
  public LedgerRefusedException(String detail, Throwable cause) {
    super(detail, cause);
  }
}
