package io.ledgerline.notify.artifact;

import io.ledgerline.contracts.message.ArtifactRef;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and digests bytes as they arrive. For one artifact and one thread at a time. */
final class ArrivalCheck {
  private final ArtifactRef artifact;
  private final MessageDigest digest;
  private long arrived;

  ArrivalCheck(ArtifactRef artifact) {
    this.artifact = artifact;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes a piece and returns it; fails as soon as there are more bytes than announced. */
  byte[] take(byte[] piece) {
    arrived += piece.length;
    if (arrived > artifact.size()) {
      throw different("more than %d bytes".formatted(artifact.size()));
    }
    digest.update(piece);
    return piece;
  }

  /** Fails unless exactly the announced bytes arrived. */
  void complete() {
    if (arrived != artifact.size()) {
      throw different("%d bytes instead of %d".formatted(arrived, artifact.size()));
    }
    if (!HexFormat.of().formatHex(digest.digest()).equals(artifact.sha256())) {
      throw different("bytes with another SHA-256");
    }
  }

  private ArtifactUnavailableException different(String what) {
    return ArtifactUnavailableException.forNow(
        "Artifact %s arrived with %s; nothing was sent.".formatted(artifact.id(), what), null);
  }
}
