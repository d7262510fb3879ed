package io.ledgerline.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The whole text of an API key: {@code ll_<8 hex prefix>_<43 characters of secret>}. It is shown
 * once, when the key is made, and never stored or logged: {@link #toString} hides the secret.
 *
 * @param text the whole text
 */
public record KeyText(String text) {
  private static final Pattern SHAPE = Pattern.compile("ll_([0-9a-f]{8})_[A-Za-z0-9_-]{43}");
  private static final int SECRET_BYTES = 32;
  private static final int PREFIX_BYTES = 4;
  private static final int PREFIX_START = 3;
  private static final int PREFIX_END = 11;

  public KeyText {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not the shape of an API key");
    }
  }

  /** Makes a new key from 256 random bits. */
  public static KeyText generate(SecureRandom random) {
    byte[] prefix = new byte[PREFIX_BYTES];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(prefix);
    random.nextBytes(secret);
    return new KeyText(
        "ll_%s_%s"
            .formatted(
                HexFormat.of().formatHex(prefix),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
  }

  /** Reads a text; empty when it has not the shape of a key. */
  public static Optional<KeyText> parse(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new KeyText(text)) : Optional.empty();
  }

  /** Returns the public part that names the key. */
  public String prefix() {
    return text.substring(PREFIX_START, PREFIX_END);
  }

  /** Returns the SHA-256 of the whole text as lower-case hex: what is stored. */
  public String sha256() {
    return HexFormat.of().formatHex(sha256(text));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ll_" + prefix() + "_…";
  }
}
