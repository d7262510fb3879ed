package io.ledgerline.ingest.inlet.s3;

/** What this inlet is called in metrics. */
final class S3Inlet {
  static final String NAME = "s3";

  private S3Inlet() {}
}
