package io.ledgerline.platform.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of error a caller can meet. The kebab-case {@link #code()} is stable: callers may
 * branch on it, and {@code /problems/<code>} explains it.
 */
public enum ErrorCode {
  MALFORMED_JSON(
      400,
      "The body is not readable JSON",
      "The body breaks the rules of JSON, or a value has another type than its field.",
      "Look at the line and column in 'detail' and at the field in 'errors', mend it and send again."),
  INVALID_REQUEST(
      400,
      "The request is not valid",
      "A field, a parameter or a combination of them breaks a rule of this call.",
      "Each entry of 'errors' names a field and the rule it breaks."),
  EMPTY_BATCH(
      400,
      "The batch is empty",
      "The request carries no event at all.",
      "Send at least one event, or do not call."),
  UNAUTHENTICATED(
      401,
      "A valid API key is needed",
      "The request has no API key, or one that is unknown, revoked or expired.",
      "Send 'Authorization: Bearer <key>' or 'X-API-Key: <key>'. An admin makes keys with POST /api/v1/keys."),
  FORBIDDEN(
      403,
      "The key may not do this",
      "The API key is valid but has none of the roles that this call needs.",
      "Use a key with the right role, or ask an admin for one."),
  SCOPE_NOT_SUPPORTED(
      403,
      "Not for a key that sees only a part",
      "The API key is limited to accounts or cost centres, and this call speaks of the whole tenant.",
      "Use a key without a scope, or ask an admin for one. docs/access.md lists what keys with a scope"
          + " may call."),
  LINK_NOT_VALID(
      403,
      "The link is not valid",
      "The link has ended, was altered, or was made with a secret that has been replaced.",
      "Ask whoever sent it for a new one: POST /api/v1/artifacts/{id}/links."),
  NOT_FOUND(
      404,
      "There is nothing here",
      "The address names no resource, or one that your tenant does not have.",
      "Check the path and the identifier. The service's OpenAPI document lists every path."),
  METHOD_NOT_ALLOWED(
      405,
      "The method is not allowed here",
      "The path exists but does not answer this HTTP method.",
      "The service's OpenAPI document lists the methods of each path."),
  NOT_ACCEPTABLE(
      406,
      "No answer in that media type",
      "The 'Accept' header asks for a media type that this call cannot make.",
      "Leave 'Accept' out, or ask for a type that the OpenAPI document lists."),
  CONFLICT(
      409,
      "It is already there, and different",
      "Something with the same identity exists with another content, or its state forbids the change."
          + " Nothing was changed.",
      "Read what is there and decide: use another identity, or the call that replaces it."),
  BODY_TOO_LARGE(
      413,
      "The body is too large",
      "The body has more bytes than this service takes in one request (16 MiB unless configured).",
      "Send the content in several requests."),
  TOO_MANY_EVENTS(
      413,
      "Too many events in one request",
      "The batch holds more events than one request may carry (10,000).",
      "Split the batch. Sending an event twice does no harm: the second is a duplicate."),
  TOO_MANY_ENTRIES(
      413,
      "Too many entries in one request",
      "The list states more entries than the book learns at once (100,000).",
      "Split the list. Importing an entry twice does no harm: the second changes nothing."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The media type is not supported",
      "The 'Content-Type' header is missing or names a type that this call cannot read.",
      "Set 'Content-Type' to what the OpenAPI document lists, mostly application/json."),
  INVALID_EVENT(
      422,
      "The event was rejected",
      "The event is readable but breaks a rule of the ledger. It was not recorded.",
      "Mend the fields that 'errors' names and send the event again."),
  INVALID_RECORD(
      422,
      "The record was refused",
      "The record is readable but a field of it breaks a rule. Nothing was stored.",
      "Mend the field that 'errors' names and send the record again."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The idempotency key belongs to another call",
      "A call with this 'Idempotency-Key' was answered before, and its body was another one. Nothing"
          + " was done.",
      "Make a new key for each call, and send the same bytes when you repeat one."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests with this key",
      "The API key has made more requests than it may in this span; 'RateLimit-Policy' says how many.",
      "Try again after the seconds in 'Retry-After'. 'RateLimit-Remaining' on every answer tells how"
          + " many are left."),
  TOO_MANY_FAILURES(
      429,
      "Too many wrong keys",
      "Too many wrong keys or tokens came from this address, or were tried for this key, within a"
          + " short time.",
      "Try again after the seconds in 'Retry-After', with the right key. A key that was right from"
          + " the same address lately goes on meanwhile."),
  TOO_MANY_RUNS(
      429,
      "Too many report runs are waiting",
      "As many of the tenant's runs wait to be made as may wait at once. The run was not accepted;"
          + " those that wait are made.",
      "Try again after the seconds in 'Retry-After', or cancel runs that nobody needs."),
  INTERNAL(
      500,
      "Something went wrong in the service",
      "The service met something it does not know how to handle.",
      "Try again later. If it stays, report the 'id': the service's log has the cause under it."),
  DEPENDENCY_UNAVAILABLE(
      503,
      "A part that this call needs is away",
      "The database, the broker, the object store or another service cannot be reached just now.",
      "Try again after the seconds in 'Retry-After'. Repeating a request does no harm."),
  OVERLOADED(
      503,
      "Too much at once",
      "More work is waiting than the service takes on, because a part that it needs is slow.",
      "Try again after the seconds in 'Retry-After', with longer pauses if it goes on.");

  private final int status;
  private final String title;
  private final String explanation;
  private final String fix;

  ErrorCode(int status, String title, String explanation, String fix) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
    this.fix = fix;
  }

  /** Returns the stable kebab-case code, for example {@code body-too-large}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  /** Returns one line that is the same for every problem of this code. */
  public String title() {
    return title;
  }

  /** Returns what the code means, for the page {@code /problems/<code>}. */
  public String explanation() {
    return explanation;
  }

  /** Returns what a caller can do about it. */
  public String fix() {
    return fix;
  }

  /** Finds the constant of a kebab-case code; empty when there is none. */
  public static Optional<ErrorCode> of(String code) {
    return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
  }
}
