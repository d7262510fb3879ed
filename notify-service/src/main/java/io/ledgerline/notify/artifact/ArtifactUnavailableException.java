package io.ledgerline.notify.artifact;

/** An artifact could not be had. */
public final class ArtifactUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean permanent;

  private ArtifactUnavailableException(boolean permanent, String detail, Throwable cause) {
    super(detail, cause);
    this.permanent = permanent;
  }

  /** It may be had later. */
  static ArtifactUnavailableException forNow(String detail, Throwable cause) {
    return new ArtifactUnavailableException(false, detail, cause);
  }

  /** Asking again would give the same answer. */
  static ArtifactUnavailableException forGood(String detail, Throwable cause) {
    return new ArtifactUnavailableException(true, detail, cause);
  }

  /** Whether asking again would give the same answer. */
  public boolean isPermanent() {
    return permanent;
  }
}
