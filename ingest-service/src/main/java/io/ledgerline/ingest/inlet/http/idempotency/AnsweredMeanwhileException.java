package io.ledgerline.ingest.inlet.http.idempotency;

/** Another call with the same key was committed first; this one is rolled back. */
final class AnsweredMeanwhileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnsweredMeanwhileException() {
    super("a call with the same idempotency key was answered meanwhile", null, false, false);
  }
}
