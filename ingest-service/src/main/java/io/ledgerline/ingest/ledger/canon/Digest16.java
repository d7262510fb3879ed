package io.ledgerline.ingest.ledger.canon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Feeds a SHA-256 with fields that cannot run into each other, and keeps the first 16 of its 32
 * bytes.
 *
 * <p>128 bits are kept because the key table is the largest index of the ledger: two different
 * events of 10^15 share a digest with a probability below 10^-8. Every field is written as a kind
 * byte, its length and its bytes, so that {@code ("ab", "c")} and {@code ("a", "bc")} differ, and
 * null differs from the empty text. Not safe for use by several threads.
 */
public final class Digest16 {
  private static final byte ABSENT = 0;
  private static final byte TEXT = 1;
  private static final byte NUMBER = 2;

  private final MessageDigest sha256;
  private final ByteBuffer head = ByteBuffer.allocate(1 + Long.BYTES);

  /**
   * Starts a digest.
   *
   * @param form name and version of what is digested, so that no two forms share a digest
   */
  public Digest16(String form) {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
    text(form);
  }

  /** Adds a text; null is a value of its own. */
  public Digest16 text(String value) {
    if (value == null) {
      sha256.update(ABSENT);
      return this;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    head(TEXT, bytes.length);
    sha256.update(bytes);
    return this;
  }

  /** Adds a whole number, such as the count of what follows. */
  public Digest16 number(long value) {
    head(NUMBER, value);
    return this;
  }

  /** The first 16 bytes of the SHA-256, in the type that PostgreSQL keeps 16 bytes in. */
  public UUID value() {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new UUID(digest.getLong(), digest.getLong());
  }

  private void head(byte kind, long value) {
    head.clear();
    head.put(kind).putLong(value);
    sha256.update(head.array());
  }
}
