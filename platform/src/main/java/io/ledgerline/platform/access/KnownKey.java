package io.ledgerline.platform.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * An API key as a service knows it: never the key itself.
 *
 * @param prefix the public part that names it; for a static key its configured name
 * @param name what people call it
 * @param tenant whose ledger it opens
 * @param roles granted roles, see {@link Roles}
 * @param sha256 SHA-256 of the whole key text, lower-case hex
 * @param expiresAt from when on it is refused; null for never
 * @param revoked whether it was taken back
 * @param scope what of the tenant it sees; null for all
 */
public record KnownKey(
    String prefix,
    String name,
    TenantId tenant,
    Set<String> roles,
    String sha256,
    Instant expiresAt,
    boolean revoked,
    AccessScope scope) {
  public KnownKey {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(sha256, "sha256");
    roles = Set.copyOf(roles);
  }

  /** The same, of a service that acts for a tenant: with nothing but that role. */
  KnownKey forServiceOf(TenantId other) {
    return new KnownKey(
        prefix, name, other, Set.of(Roles.SERVICE), sha256, expiresAt, revoked, null);
  }

  /** Whether the key may be used at an instant. */
  public boolean isUsable(Instant now) {
    return !revoked && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Whether a digest is this key's; takes the same time whatever differs. */
  boolean matches(byte[] digest) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest);
  }
}
