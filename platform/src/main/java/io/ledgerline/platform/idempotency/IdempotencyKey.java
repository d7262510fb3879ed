package io.ledgerline.platform.idempotency;

import io.ledgerline.platform.problem.InvalidRequest;

/**
 * A caller's own name for a call, from the header {@code Idempotency-Key}: with it, the same call
 * made again gets the same answer and has no second effect.
 *
 * @param text 1 to 255 printable ASCII characters
 */
public record IdempotencyKey(String text) {
  /** The header's name. */
  public static final String HEADER = "Idempotency-Key";

  /** Longest key. */
  public static final int MAX_LENGTH = 255;

  /** Checks it; fails with 400 and the header's name. */
  public IdempotencyKey {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw InvalidRequest.field(
          HEADER, "length", "An idempotency key has 1 to " + MAX_LENGTH + " characters.");
    }
    if (!text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw InvalidRequest.field(
          HEADER, "not-printable", "An idempotency key has printable ASCII characters only.");
    }
  }

  /** Reads the header; null when there is none. */
  public static IdempotencyKey of(String header) {
    return header == null ? null : new IdempotencyKey(header.strip());
  }
}
