package io.ledgerline.ingest.ledger.canon;

import io.ledgerline.contracts.TenantId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * What a batch's rows say, in 32 bytes.
 *
 * <p>Version 1: the tenant, the number of rows, and one run of bytes with 41 for each row in the
 * order of their positions: identity digest (16), body digest (16), charge time in microseconds
 * since 1970 (8, big-endian), sign (1). Names of people are in none of them: a body has their
 * surrogates.
 */
public final class BatchDigest {
  private static final int ROW = 4 * Long.BYTES + Long.BYTES + 1;

  private final TenantId tenant;
  private ByteBuffer rows;

  /**
   * Begins.
   *
   * @param rows how many are expected; more are taken too
   */
  public BatchDigest(TenantId tenant, int rows) {
    this.tenant = tenant;
    this.rows = ByteBuffer.allocate(Math.max(1, rows) * ROW);
  }

  /** Adds the row of the next position. */
  public void add(UUID identity, UUID body, Instant chargeTime, int sign) {
    if (rows.remaining() < ROW) {
      rows = ByteBuffer.allocate(rows.capacity() * 2).put(rows.flip());
    }
    rows.putLong(identity.getMostSignificantBits())
        .putLong(identity.getLeastSignificantBits())
        .putLong(body.getMostSignificantBits())
        .putLong(body.getLeastSignificantBits())
        .putLong(CanonicalForm.micros(chargeTime))
        .put((byte) sign);
  }

  /** The digest of what was added; 32 bytes. */
  public byte[] value() {
    byte[] bytes = new byte[rows.position()];
    rows.get(0, bytes);
    return new FieldDigest("ledgerline batch 1")
        .text(tenant.value())
        .number(bytes.length / ROW)
        .bytes(bytes)
        .all32();
  }
}
