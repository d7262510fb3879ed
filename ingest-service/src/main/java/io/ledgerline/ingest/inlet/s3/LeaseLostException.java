package io.ledgerline.ingest.inlet.s3;

/** Another worker has taken the object over; whatever this one still wants to write is refused. */
final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(Claim claim) {
    super("another worker has taken over " + claim.address());
  }
}
