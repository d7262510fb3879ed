package io.ledgerline.ingest.ledger.retention.restore;

/** Another worker has the restoration, or the month is no longer gone. */
final class TakenOverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TakenOverException() {
    super("the restoration was taken over");
  }
}
