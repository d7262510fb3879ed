package io.ledgerline.report.artifact.link;

import java.time.Instant;
import java.util.UUID;

/**
 * A link as the API shows it, once.
 *
 * @param artifactId what it opens
 * @param name file name
 * @param sha256 of its bytes, lower-case hex
 * @param url where to download it, without an API key
 * @param expiresAt from then on it is refused
 */
public record LinkView(UUID artifactId, String name, String sha256, String url, Instant expiresAt) {
  @Override
  public String toString() {
    return "LinkView[" + artifactId + " until " + expiresAt + "]";
  }
}
