package io.ledgerline.report.artifact;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.objectstore.ObjectAddress;
import java.time.Instant;
import java.util.UUID;

/**
 * A file of a run.
 *
 * @param id its identity
 * @param tenant whose it is
 * @param runId the run that made it
 * @param name file name
 * @param mediaType content type
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 * @param address where it lies
 * @param createdAt when it was stored
 */
public record Artifact(
    UUID id,
    TenantId tenant,
    UUID runId,
    String name,
    String mediaType,
    long size,
    String sha256,
    ObjectAddress address,
    Instant createdAt) {
  private static final String ARCHIVE = "application/zip";

  /** Whether it is the run's signed bundle, and not one of the files in it. */
  public boolean isBundle() {
    return mediaType.equals(ARCHIVE);
  }
}
