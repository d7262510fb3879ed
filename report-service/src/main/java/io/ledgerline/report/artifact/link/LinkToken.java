package io.ledgerline.report.artifact.link;

import io.ledgerline.contracts.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text that opens one artifact of one tenant until an instant: eight bytes of the instant and
 * the HMAC-SHA-256 of all three, in Base64 for addresses.
 */
final class LinkToken {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "ledgerline artifact link 1";
  private static final int MAC_BYTES = 32;
  private static final int LENGTH = 54;

  private LinkToken() {}

  /** The key for links, made of a secret that may serve other purposes too. */
  static byte[] keyOf(byte[] secret) {
    return mac(secret, PURPOSE.getBytes(StandardCharsets.UTF_8));
  }

  /** The token; {@code until} counts in whole seconds. */
  static String write(byte[] key, TenantId tenant, UUID artifact, Instant until) {
    long second = until.getEpochSecond();
    byte[] token =
        ByteBuffer.allocate(Long.BYTES + MAC_BYTES)
            .putLong(second)
            .put(mac(key, bound(tenant, artifact, second)))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Whether the token opens this artifact now. Takes the same time however wrong it is. */
  static boolean opens(byte[] key, TenantId tenant, UUID artifact, String token, Instant now) {
    if (token.length() != LENGTH) {
      return false;
    }
    ByteBuffer read;
    try {
      read = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException e) {
      return false;
    }
    long second = read.getLong();
    byte[] told = new byte[MAC_BYTES];
    read.get(told);
    boolean genuine = MessageDigest.isEqual(told, mac(key, bound(tenant, artifact, second)));
    return genuine && now.getEpochSecond() < second;
  }

  private static byte[] bound(TenantId tenant, UUID artifact, long second) {
    return (artifact + " " + second + " " + tenant.value()).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
