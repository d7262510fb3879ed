package io.ledgerline.ingest.ledger.retention.archive;

/** Another worker has taken the archive over. */
final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(ArchiveClaim claim) {
    super("archive %d was taken over".formatted(claim.id()));
  }
}
