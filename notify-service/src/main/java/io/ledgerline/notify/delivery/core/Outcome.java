package io.ledgerline.notify.delivery.core;

/** How one attempt ended. */
public enum Outcome {
  /** It is under way, or the replica that made it has not come back yet. */
  RUNNING,
  /** The receiver confirmed it. */
  DELIVERED,
  /** It failed in a way that may pass: another attempt follows while there are any left. */
  FAILED,
  /** It was refused for good: trying again without a change would fail again. */
  REFUSED,
  /**
   * The replica that made it disappeared. The report may have arrived; a further mail has the same
   * Message-ID, a further upload the same bytes.
   */
  LOST
}
