package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.CallName;
import io.ledgerline.platform.idempotency.BodyDigest;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import java.util.UUID;

/**
 * Who asked for a correction, and with which call.
 *
 * @param tenant whose ledger
 * @param actor public part of the caller's API key
 * @param actorName what people call the key
 * @param call digest of the idempotency key; null when there is none
 * @param body what the body is known again by
 */
record Asked(TenantId tenant, String actor, String actorName, UUID call, BodyDigest body) {
  static Asked of(
      TenantId tenant, String actor, String actorName, IdempotencyKey key, byte[] body) {
    return new Asked(
        tenant,
        actor,
        actorName,
        key == null ? null : CallName.of(tenant, "corrections", key),
        BodyDigest.of(body));
  }
}
