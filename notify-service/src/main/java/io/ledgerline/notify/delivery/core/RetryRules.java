package io.ledgerline.notify.delivery.core;

/**
 * When to try again and when to give up.
 *
 * @param backoff how long to wait between attempts
 * @param attempts how many attempts a delivery has until it is given up, 1 or more; a replay grants
 *     as many again
 */
public record RetryRules(Backoff backoff, int attempts) {
  /** Checks the number. */
  public RetryRules {
    if (attempts < 1) {
      throw new IllegalArgumentException("a delivery needs at least one attempt");
    }
  }
}
