package io.ledgerline.ingest.inlet.http.idempotency;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.CallName;
import io.ledgerline.platform.idempotency.BodyDigest;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import java.util.UUID;

/**
 * A call by the two digests that it is remembered by.
 *
 * @param tenant whose call
 * @param key digest of the tenant and the caller's key
 * @param body what its body is known again by
 */
record RememberedCall(TenantId tenant, UUID key, BodyDigest body) {
  static RememberedCall of(TenantId tenant, IdempotencyKey key, String door, byte[] body) {
    return new RememberedCall(tenant, CallName.of(tenant, door, key), BodyDigest.of(body));
  }
}
