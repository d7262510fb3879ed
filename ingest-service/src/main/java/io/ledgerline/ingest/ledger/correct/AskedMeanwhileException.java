package io.ledgerline.ingest.ledger.correct;

/** Another call with the same idempotency key was committed first; this one is rolled back. */
final class AskedMeanwhileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AskedMeanwhileException() {
    super("a call with the same idempotency key was answered meanwhile", null, false, false);
  }
}
