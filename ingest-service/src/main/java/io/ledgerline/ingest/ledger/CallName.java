package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.canon.FieldDigest;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import java.util.UUID;

/** What stands for an idempotency key in a table. */
public final class CallName {
  private CallName() {}

  /**
   * The key's digest. The tenant is in it and the caller's API key is not: a caller may repeat a
   * call with its next key after the first one was revoked.
   *
   * @param door the call that the key is for; each has keys of its own
   */
  public static UUID of(TenantId tenant, String door, IdempotencyKey key) {
    return new FieldDigest("ledgerline idempotency key 1")
        .text(tenant.value())
        .text(door)
        .text(key.text())
        .first16();
  }
}
