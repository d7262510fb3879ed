package io.ledgerline.report.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * An artifact as the API shows it.
 *
 * @param id its identity
 * @param runId the run that made it
 * @param name file name
 * @param format {@code csv}, {@code json}, {@code jsonl}, {@code xlsx}, {@code html} or {@code zip}
 * @param mediaType content type
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 * @param createdAt when it was stored
 * @param contentUrl where its bytes are, relative to this service
 */
public record ArtifactView(
    UUID id,
    UUID runId,
    String name,
    String format,
    String mediaType,
    long size,
    String sha256,
    Instant createdAt,
    @JsonProperty("contentUrl") String contentUrl) {
  /** As the API shows {@code artifact}. */
  public static ArtifactView of(Artifact artifact) {
    return new ArtifactView(
        artifact.id(),
        artifact.runId(),
        artifact.name(),
        ArtifactFormat.wireOf(artifact.mediaType()),
        artifact.mediaType(),
        artifact.size(),
        artifact.sha256(),
        artifact.createdAt(),
        "/api/v1/artifacts/" + artifact.id() + "/content");
  }
}
