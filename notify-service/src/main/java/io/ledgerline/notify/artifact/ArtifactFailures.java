package io.ledgerline.notify.artifact;

import io.ledgerline.contracts.message.ArtifactRef;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;

/** Reads what goes wrong with report-service. */
final class ArtifactFailures {
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final Set<Integer> KEY_REFUSED = Set.of(401, 403);
  private static final Set<Integer> LATER = Set.of(408, 425, 429);
  private static final int SERVER_ERROR = 500;

  private ArtifactFailures() {}

  /** The failure to read {@code artifact} in our words. */
  static ArtifactUnavailableException translate(ArtifactRef artifact, Throwable failure) {
    return switch (failure) {
      case ArtifactUnavailableException e -> e;
      case WebApplicationException e -> ofStatus(artifact, e);
      default ->
          ArtifactUnavailableException.forNow(
              "Artifact %s cannot be read: %s".formatted(artifact.id(), Words.of(failure)),
              failure);
    };
  }

  private static ArtifactUnavailableException ofStatus(
      ArtifactRef artifact, WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status == NOT_FOUND || status == GONE) {
      return ArtifactUnavailableException.forGood(
          "report-service has no artifact %s.".formatted(artifact.id()), e);
    }
    if (KEY_REFUSED.contains(status)) {
      // Mended by an operator, who should find the delivery still waiting.
      return ArtifactUnavailableException.forNow(
          "report-service refuses the key in ledgerline.report.api-key (HTTP %d)."
              .formatted(status),
          e);
    }
    String detail =
        "report-service answered HTTP %d for artifact %s.".formatted(status, artifact.id());
    return status >= SERVER_ERROR || LATER.contains(status)
        ? ArtifactUnavailableException.forNow(detail, e)
        : ArtifactUnavailableException.forGood(detail, e);
  }
}
