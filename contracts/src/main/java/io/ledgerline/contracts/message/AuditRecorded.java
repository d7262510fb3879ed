package io.ledgerline.contracts.message;

import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Something that was done, or tried, over a service's API. Says who, what and to what; never a
 * body, a key, a token or a query.
 *
 * @param id of the record itself; a repeated record has the same
 * @param at when it was answered; of several, when the last was
 * @param tenant whose log it belongs to
 * @param service that answered
 * @param actor prefix of the caller's key, {@code oidc:} and the subject of a token, {@code link}
 *     for a download link, or {@code nobody}
 * @param action words of the path and what was done, such as {@code keys.create}
 * @param object path of what it was done to, without a query
 * @param outcome what became of it
 * @param status HTTP status of the answer
 * @param remoteAddress where the call came from
 * @param count how many calls it stands for: 1 but for failed logins
 */
public record AuditRecorded(
    UUID id,
    Instant at,
    TenantId tenant,
    String service,
    String actor,
    String action,
    String object,
    Outcome outcome,
    int status,
    String remoteAddress,
    long count) {
  /** What became of a call. */
  public enum Outcome {
    /** It was done. */
    DONE,
    /** The caller may not. */
    DENIED,
    /** There is no such thing, or not for the caller. */
    MISSING
  }

  private static final int MAX_TEXT = 500;

  /** Checks that all is there and cuts what is too long. */
  public AuditRecorded {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(outcome, "outcome");
    actor = cut(actor);
    action = cut(action);
    object = cut(object);
    remoteAddress = cut(remoteAddress);
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
