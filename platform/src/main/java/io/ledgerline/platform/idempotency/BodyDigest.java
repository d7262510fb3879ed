package io.ledgerline.platform.idempotency;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;

/**
 * What a call's body is known again by.
 *
 * @param bytes SHA-256 of the body's bytes, as tables have it
 */
public record BodyDigest(byte[] bytes) {
  /** Of a body. */
  public static BodyDigest of(byte[] body) {
    try {
      return new BodyDigest(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * Fails with 422 when the call that was made first with the same {@link IdempotencyKey} had
   * another body.
   *
   * @param first digest of that call's body
   */
  public void check(byte[] first) {
    if (!MessageDigest.isEqual(bytes, first)) {
      String detail = "This idempotency key was used for a call with another body.";
      throw new InvalidRequest(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          detail,
          List.of(new FieldError(IdempotencyKey.HEADER, "reused", detail)),
          Map.of());
    }
  }
}
