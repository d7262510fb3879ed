package io.ledgerline.report.artifact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An artifact with what its run was about, as the API lists it.
 *
 * @param id its identity
 * @param runId the run that made it
 * @param kind the run's report kind
 * @param period which usage the run is of
 * @param name file name
 * @param format {@code csv}, {@code json}, {@code jsonl}, {@code xlsx}, {@code html} or {@code zip}
 * @param mediaType content type
 * @param size bytes
 * @param sha256 of its bytes, lower-case hex
 * @param createdAt when it was stored
 * @param runUrl where its run is, relative to this service
 * @param contentUrl where its bytes are, relative to this service
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArtifactEntryView(
    UUID id,
    UUID runId,
    String kind,
    Span period,
    String name,
    String format,
    String mediaType,
    long size,
    String sha256,
    Instant createdAt,
    String runUrl,
    String contentUrl) {
  /**
   * A period.
   *
   * @param from inclusive
   * @param to exclusive
   * @param zone whose days it is of
   */
  public record Span(Instant from, Instant to, String zone) {}

  static ArtifactEntryView of(ArtifactOfRun found) {
    ArtifactView file = ArtifactView.of(found.artifact());
    return new ArtifactEntryView(
        file.id(),
        file.runId(),
        found.kind(),
        new Span(found.from(), found.to(), found.zone()),
        file.name(),
        file.format(),
        file.mediaType(),
        file.size(),
        file.sha256(),
        file.createdAt(),
        "/api/v1/report-runs/" + file.runId(),
        file.contentUrl());
  }
}
