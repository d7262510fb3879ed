package io.ledgerline.ingest.inlet.http.idempotency;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.IdempotencyKey;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A call by the two digests that it is remembered by.
 *
 * @param tenant whose call
 * @param key digest of the tenant and the caller's key
 * @param body SHA-256 of the body's bytes
 */
record RememberedCall(TenantId tenant, UUID key, byte[] body) {
  static RememberedCall of(TenantId tenant, IdempotencyKey key, String door, byte[] body) {
    try {
      return new RememberedCall(
          tenant, key.digest(tenant, door), MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Fails with 422 when what was sent with the key the first time is something else. */
  void check(byte[] firstBody) {
    if (!MessageDigest.isEqual(body, firstBody)) {
      String detail = "This idempotency key was used for a call with another body.";
      throw new InvalidRequest(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          detail,
          List.of(new FieldError(IdempotencyKey.HEADER, "reused", detail)),
          Map.of());
    }
  }
}
