package io.ledgerline.contracts.message;

import java.time.Instant;
import java.util.Map;

/**
 * When keys were used last at a replica of a service. An estimate for people: a lost record costs
 * nothing but a later time.
 *
 * @param lastUsed by key prefix
 */
public record AccessUsed(Map<String, Instant> lastUsed) {
  /** Copies. */
  public AccessUsed {
    lastUsed = Map.copyOf(lastUsed);
  }
}
