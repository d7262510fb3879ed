package io.ledgerline.report.rollup;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What facts add up by.
 *
 * @param tenant whose usage it is
 * @param dimensions where it came from and which service was used
 */
public record DimensionSet(TenantId tenant, Dimensions dimensions) {
  /** The form that {@link #digest} is taken of; part of it. */
  private static final String FORM = "ledgerline rollup dimensions 1";

  /**
   * The first 16 bytes of the SHA-256 of a canonical form: each part with its length before it, so
   * that no two sets share a form.
   */
  public UUID digest() {
    MessageDigest sha256 = sha256();
    Dimensions d = dimensions;
    add(sha256, FORM);
    add(sha256, tenant.value());
    add(sha256, d.sourceAccount());
    add(sha256, d.principal() == null ? null : d.principal().toString());
    add(sha256, d.workspace());
    add(sha256, d.project());
    add(sha256, d.provider());
    add(sha256, d.model());
    add(sha256, d.region());
    add(sha256, d.operation());
    d.priceClass()
        .values()
        .forEach(
            (name, value) -> {
              add(sha256, name);
              add(sha256, value);
            });
    addTags(sha256);
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
    return new UUID(digest.getLong(), digest.getLong());
  }

  /** Sets without tags have the digest that they had before there were any. */
  private void addTags(MessageDigest digest) {
    SortedMap<String, String> tags = dimensions.tags().values();
    if (!tags.isEmpty()) {
      add(digest, null); // no price class has a name like that, so tags cannot be taken for one
      tags.forEach(
          (name, value) -> {
            add(digest, name);
            add(digest, value);
          });
    }
  }

  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
    if (bytes != null) {
      digest.update(bytes);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
