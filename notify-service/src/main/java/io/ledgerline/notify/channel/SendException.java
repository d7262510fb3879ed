package io.ledgerline.notify.channel;

import io.ledgerline.notify.artifact.ArtifactUnavailableException;
import io.ledgerline.notify.artifact.Words;

/** A delivery did not succeed. The message is for people: no secrets, nothing of the content. */
public final class SendException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean permanent;

  /**
   * Creates the exception.
   *
   * @param permanent whether another attempt without a change would fail again
   */
  public SendException(boolean permanent, String detail, Throwable cause) {
    super(detail, cause);
    this.permanent = permanent;
  }

  /** Any failure of a channel as one of these; what nothing knows may pass. */
  public static SendException of(Throwable failure) {
    return switch (failure) {
      case SendException e -> e;
      case ArtifactUnavailableException e -> new SendException(e.isPermanent(), e.getMessage(), e);
      default -> new SendException(false, Words.of(failure), failure);
    };
  }

  /** Whether another attempt without a change would fail again. */
  public boolean isPermanent() {
    return permanent;
  }
}
