package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.canon.FieldDigest;
import io.ledgerline.platform.problem.InvalidRequest;
import java.util.UUID;

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

  /**
   * What stands for the key in a table. The tenant is in it and the caller's API key is not: a
   * caller may repeat a call with its next key after the first one was revoked.
   *
   * @param door the call that the key is for; each has keys of its own
   */
  public UUID digest(TenantId tenant, String door) {
    return new FieldDigest("ledgerline idempotency key 1")
        .text(tenant.value())
        .text(door)
        .text(text)
        .first16();
  }
}
