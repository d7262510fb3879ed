package io.ledgerline.contracts.message;

import java.util.Objects;
import java.util.UUID;

/**
 * An immutable file of a report run, to be read from report-service at {@code
 * /api/v1/artifacts/{id}/content}.
 *
 * @param id its identity
 * @param name file name, without folders
 * @param mediaType its content type
 * @param size in bytes
 * @param sha256 of its bytes, lower-case hex
 */
public record ArtifactRef(UUID id, String name, String mediaType, long size, String sha256) {
  /** Checks that all is there. */
  public ArtifactRef {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(sha256, "sha256");
  }
}
