package io.ledgerline.ingest.ledger.canon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The SHA-256 of fields that cannot run into each other.
 *
 * <p>Every field is written as a kind byte, a 64-bit number (its length, or itself) and its bytes,
 * so that {@code ("ab", "c")} and {@code ("a", "bc")} differ, and null differs from the empty text.
 * The functions {@code digest_text}, {@code digest_number} and {@code digest_bytes} of the schema
 * write the same. Not safe for use by several threads; may be used again after a value was taken.
 */
public final class FieldDigest {
  private static final byte ABSENT = 0;
  private static final byte TEXT = 1;
  private static final byte NUMBER = 2;
  private static final byte BYTES = 3;
  private static final int HEAD = 1 + Long.BYTES;
  private static final int INITIAL = 512;

  private final MessageDigest sha256;
  private final int formLength;

  /** The fields, gathered: one large update costs much less than many small ones. */
  private ByteBuffer fields = ByteBuffer.allocate(INITIAL);

  /**
   * Starts a digest.
   *
   * @param form name and version of what is digested, so that no two forms share a digest
   */
  public FieldDigest(String form) {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
    text(form);
    formLength = fields.position();
  }

  /** Adds a text; null is a value of its own. */
  public FieldDigest text(String value) {
    if (value == null) {
      room(1).put(ABSENT);
      return this;
    }
    return field(TEXT, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a whole number, such as the count of what follows. */
  public FieldDigest number(long value) {
    room(HEAD).put(NUMBER).putLong(value);
    return this;
  }

  /** Adds bytes. */
  public FieldDigest bytes(byte[] value) {
    return field(BYTES, value);
  }

  /** Adds the 16 bytes of {@code value}. */
  public FieldDigest uuid(UUID value) {
    room(HEAD + 2 * Long.BYTES)
        .put(BYTES)
        .putLong(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /**
   * The first 16 bytes of the SHA-256, in the type that PostgreSQL keeps 16 bytes in; then it
   * begins anew. 128 bits are kept where there is one for each event: two different events of 10^15
   * share a digest with a probability below 10^-8.
   */
  public UUID first16() {
    ByteBuffer digest = ByteBuffer.wrap(all32());
    return new UUID(digest.getLong(), digest.getLong());
  }

  /** The 32 bytes of the SHA-256; then it begins anew. */
  public byte[] all32() {
    sha256.update(fields.array(), 0, fields.position());
    fields.position(formLength);
    return sha256.digest();
  }

  private FieldDigest field(byte kind, byte[] value) {
    room(HEAD + value.length).put(kind).putLong(value.length).put(value);
    return this;
  }

  private ByteBuffer room(int size) {
    if (fields.remaining() < size) {
      int wanted = Math.max(fields.capacity() * 2, fields.position() + size);
      fields = ByteBuffer.allocate(wanted).put(fields.flip());
    }
    return fields;
  }
}
