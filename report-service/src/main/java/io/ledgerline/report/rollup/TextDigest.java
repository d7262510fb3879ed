package io.ledgerline.report.rollup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The SHA-256 of a list of texts, each with its length before it, so that no two lists share a
 * form. Not safe for several threads.
 */
public final class TextDigest {
  private final MessageDigest sha256 = sha256();

  /** Adds the next text; null is told apart from all texts. */
  public TextDigest add(String text) {
    byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    sha256.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
    if (bytes != null) {
      sha256.update(bytes);
    }
    return this;
  }

  /** The first 16 bytes; begins anew. */
  public UUID first16() {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new UUID(digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
