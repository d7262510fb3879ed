package io.ledgerline.local.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 public keys as PEM files and as manifests carry them. */
public final class PublicKeyFile {
  private static final String ALGORITHM = "Ed25519";
  private static final int ID_BYTES = 8;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

  private PublicKeyFile() {}

  /**
   * The key of a PEM file.
   *
   * @throws IOException when it cannot be read or has no such key
   */
  public static PublicKey read(Path file) throws IOException {
    Matcher pem = PEM.matcher(Files.readString(file));
    if (!pem.find()) {
      throw new IOException(file + " is no PEM file with a PUBLIC KEY");
    }
    try {
      return of(Base64.getMimeDecoder().decode(pem.group(1)));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      throw new IOException(file + " has no Ed25519 key", e);
    }
  }

  static PublicKey of(byte[] der) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
  }

  /** The id by which manifests name the key. */
  public static String idOf(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
