package io.ledgerline.platform.access.oidc;

/** A token that is not taken. The reason is for the log at level debug, never for the caller. */
final class BadToken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean forged;

  private BadToken(boolean forged, String reason) {
    super(reason, null, false, false);
    this.forged = forged;
  }

  /** A token that the issuer did not sign. */
  static BadToken forged(String reason) {
    return new BadToken(true, reason);
  }

  /** A token that the issuer did sign, but not for us, not for now, or without what we need. */
  static BadToken unfit(String reason) {
    return new BadToken(false, reason);
  }

  /** Whether somebody may be guessing. */
  boolean isForged() {
    return forged;
  }
}
