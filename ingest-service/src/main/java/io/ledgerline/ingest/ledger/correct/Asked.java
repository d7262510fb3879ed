package io.ledgerline.ingest.ledger.correct;

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
 * Who asked for a correction, and with which call.
 *
 * @param tenant whose ledger
 * @param actor public part of the caller's API key
 * @param actorName what people call the key
 * @param call digest of the idempotency key; null when there is none
 * @param digest SHA-256 of the body's bytes
 */
record Asked(TenantId tenant, String actor, String actorName, UUID call, byte[] digest) {
  static Asked of(
      TenantId tenant, String actor, String actorName, IdempotencyKey key, byte[] body) {
    try {
      return new Asked(
          tenant,
          actor,
          actorName,
          key == null ? null : key.digest(tenant, "corrections"),
          MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Fails with 422 when what was asked with the key the first time is something else. */
  void check(byte[] firstDigest) {
    if (!MessageDigest.isEqual(digest, firstDigest)) {
      String detail = "This idempotency key was used for a call with another body.";
      throw new InvalidRequest(
          ErrorCode.IDEMPOTENCY_KEY_REUSED,
          detail,
          List.of(new FieldError(IdempotencyKey.HEADER, "reused", detail)),
          Map.of());
    }
  }
}
