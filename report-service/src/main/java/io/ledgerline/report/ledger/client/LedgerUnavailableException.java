package io.ledgerline.report.ledger.client;

/** The ledger cannot be read just now; the same call may work later. */
public final class LedgerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What could not be read, and why. */
  public LedgerUnavailableException(String what, Throwable cause) {
    super(what, cause);
  }
}
