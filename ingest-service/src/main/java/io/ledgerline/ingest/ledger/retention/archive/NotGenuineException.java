package io.ledgerline.ingest.ledger.retention.archive;

/** Rows or objects are not those that were accepted or written; doing it again does not help. */
public final class NotGenuineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which and why. */
  public NotGenuineException(String message) {
    super(message);
  }
}
