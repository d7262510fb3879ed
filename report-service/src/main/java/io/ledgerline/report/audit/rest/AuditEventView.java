package io.ledgerline.report.audit.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/**
 * A record of the audit log.
 *
 * @param id of the record
 * @param at when it was answered
 * @param service that answered
 * @param actor prefix of the key, {@code oidc:} and the subject of a token, {@code link} or {@code
 *     nobody}
 * @param action method and path, or {@code login}
 * @param object path of what it was done to
 * @param outcome DONE, DENIED or MISSING
 * @param status HTTP status
 * @param remoteAddress where the call came from
 * @param count how many calls the record stands for
 */
@RegisterForReflection
@JsonPropertyOrder({
  "id",
  "at",
  "service",
  "actor",
  "action",
  "object",
  "outcome",
  "status",
  "remoteAddress",
  "count"
})
public record AuditEventView(
    UUID id,
    Instant at,
    String service,
    String actor,
    String action,
    String object,
    Outcome outcome,
    int status,
    String remoteAddress,
    long count) {
  static AuditEventView of(AuditRecorded event) {
    return new AuditEventView(
        event.id(),
        event.at(),
        event.service(),
        event.actor(),
        event.action(),
        event.object(),
        event.outcome(),
        event.status(),
        event.remoteAddress(),
        event.count());
  }
}
