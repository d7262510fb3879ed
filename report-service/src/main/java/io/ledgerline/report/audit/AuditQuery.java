package io.ledgerline.report.audit;

import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import java.time.Instant;
import java.util.UUID;

/**
 * Which records are asked for; null stands for all. A text that ends with {@code *} is a beginning.
 *
 * @param from at this time or later
 * @param to before this time
 * @param actor key prefix or subject
 * @param action method and path
 * @param object path
 * @param outcome what became of it
 * @param service that answered
 */
public record AuditQuery(
    Instant from,
    Instant to,
    String actor,
    String action,
    String object,
    Outcome outcome,
    String service) {
  /**
   * Where a page ended.
   *
   * @param at of its last record
   * @param id of its last record
   */
  public record Place(Instant at, UUID id) {}
}
