package io.ledgerline.report.report.bundle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 key that signs manifests. Its id is made from its public half, so that the same key
 * has the same id everywhere. Thread-safe; shows nothing of its private half.
 */
public final class SigningKey {
  /** The algorithm's name in manifests and in Java. */
  public static final String ALGORITHM = "Ed25519";

  private static final int ID_BYTES = 8;

  private final PrivateKey privateKey;
  private final byte[] publicKey;

  private SigningKey(PrivateKey privateKey, byte[] publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** A new key. */
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /**
   * The key of a PEM text with a PKCS #8 private key.
   *
   * @throws IllegalArgumentException when it is none; the message never shows the text
   */
  public static SigningKey ofPem(String text) {
    return of(Pem.read("PRIVATE KEY", text));
  }

  /**
   * The key of a PKCS #8 encoding.
   *
   * @throws IllegalArgumentException when it is no Ed25519 key
   */
  public static SigningKey of(byte[] pkcs8) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
      KeyPairGenerator sameKey = KeyPairGenerator.getInstance(ALGORITHM);
      sameKey.initialize(seed.length * Byte.SIZE - 1, new Seed(seed));
      KeyPair pair = sameKey.generateKeyPair();
      if (!Arrays.equals(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), seed)) {
        throw new IllegalStateException("this Java does not derive Ed25519 public keys");
      }
      return new SigningKey(key, pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the private key is no Ed25519 key in PKCS #8", e);
    }
  }

  /** What is kept of a key that was made here. */
  public byte[] pkcs8() {
    return privateKey.getEncoded();
  }

  /** The public half as X.509 SubjectPublicKeyInfo. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** The key's id: 16 hex digits of the public half's SHA-256. */
  public String id() {
    return idOf(publicKey);
  }

  /** The id of a public key. */
  public static String idOf(byte[] publicKey) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Signs bytes: the same bytes have the same signature. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the signing key does not sign", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + id() + "]";
  }

  /** Gives a generator the private half that is known already, so that it makes its public half. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
