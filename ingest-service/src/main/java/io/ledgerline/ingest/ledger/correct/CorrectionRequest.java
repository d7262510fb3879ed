package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.usage.EventIdentity;
import java.time.Instant;
import java.util.List;

/**
 * What a caller asks for.
 *
 * @param kind void or replace
 * @param reason why, 1 to 500 characters
 * @param dryRun whether only the effect is asked for
 * @param named the events to void; null when a filter is given, or new versions
 * @param filter which events to void; null when they are named, or new versions are given
 * @param versions JSON array of the new versions; null to void
 */
record CorrectionRequest(
    CorrectionKind kind,
    String reason,
    boolean dryRun,
    List<EventIdentity> named,
    FilterRequest filter,
    byte[] versions) {
  /**
   * Which events are meant, with the principal by its name or its surrogate.
   *
   * @param source null for any
   * @param sourceAccount null for any
   * @param principal null for any
   * @param model null for any
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   */
  record FilterRequest(
      String source,
      String sourceAccount,
      String principal,
      String model,
      Instant from,
      Instant to) {}
}
