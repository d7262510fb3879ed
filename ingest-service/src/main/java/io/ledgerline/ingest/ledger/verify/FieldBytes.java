package io.ledgerline.ingest.ledger.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;

/**
 * The fields of a digest in one piece of memory: a kind byte, the length or the number in eight
 * bytes, and the bytes; see {@code io.ledgerline.ingest.ledger.canon.FieldDigest}. Most of a row's
 * fields repeat, so they are laid down once and copied. For one thread.
 */
final class FieldBytes {
  private static final byte ABSENT = 0;
  private static final byte TEXT = 1;
  private static final byte NUMBER = 2;
  private static final byte BYTES = 3;

  private ByteBuffer bytes = ByteBuffer.allocate(512);

  FieldBytes clear() {
    bytes.clear();
    return this;
  }

  FieldBytes text(String value) {
    if (value == null) {
      room(1).put(ABSENT);
      return this;
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    return text(text, 0, text.length);
  }

  FieldBytes text(byte[] data, int from, int length) {
    room(1 + Long.BYTES + length).put(TEXT).putLong(length).put(data, from, length);
    return this;
  }

  FieldBytes number(long value) {
    room(1 + Long.BYTES).put(NUMBER).putLong(value);
    return this;
  }

  FieldBytes uuid(UUID value) {
    room(1 + 3 * Long.BYTES)
        .put(BYTES)
        .putLong(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  /** Fields that were laid down before. */
  FieldBytes fields(byte[] fields) {
    room(fields.length).put(fields);
    return this;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** The first 16 bytes of their SHA-256. */
  UUID first16(MessageDigest sha256) {
    sha256.update(bytes.array(), 0, bytes.position());
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new UUID(digest.getLong(), digest.getLong());
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      bytes =
          ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + more))
              .put(bytes.flip());
    }
    return bytes;
  }
}
