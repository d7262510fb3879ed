package io.ledgerline.notify.delivery.core;

import io.ledgerline.contracts.message.DeliveryTarget;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The identity of a delivery follows from run, channel and address, so that the same target of the
 * same run is the same delivery however often it is announced, even into an empty database.
 */
public final class DeliveryIds {
  private static final long VERSION_8 = 0x8000L;
  private static final long VERSION_MASK = 0xF000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;

  private DeliveryIds() {}

  /** The delivery of {@code run} to {@code target}: a UUID of version 8 made from a SHA-256. */
  public static UUID of(UUID run, DeliveryTarget target) {
    String identity = run + "\n" + target.channel() + "\n" + target.address();
    ByteBuffer digest = ByteBuffer.wrap(sha256(identity));
    return new UUID(
        digest.getLong() & ~VERSION_MASK | VERSION_8, digest.getLong() & ~VARIANT_MASK | VARIANT);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
