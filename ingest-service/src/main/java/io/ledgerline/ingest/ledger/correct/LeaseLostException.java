package io.ledgerline.ingest.ledger.correct;

import java.util.UUID;

/** Another worker has taken the correction over; this one may write nothing more. */
final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(UUID correction) {
    super("correction " + correction + " has another worker");
  }
}
