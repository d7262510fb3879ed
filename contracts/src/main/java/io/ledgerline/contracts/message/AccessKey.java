package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * An API key as the services may know it: its digest, never its text.
 *
 * @param prefix visible part that finds the key, 8 lower-case hex digits
 * @param sha256 of the whole key text, lower-case hex
 * @param tenant whose key it is
 * @param name given by who made it
 * @param roles what it may do
 * @param expiresAt null when it does not expire
 * @param revokedAt null while it is valid
 * @param revision grows with every change; the highest counts
 * @param scope what of the tenant it sees; null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessKey(
    String prefix,
    String sha256,
    TenantId tenant,
    String name,
    Set<String> roles,
    Instant expiresAt,
    Instant revokedAt,
    long revision,
    AccessScope scope) {
  /** Checks that all is there. */
  public AccessKey {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(name, "name");
    roles = Set.copyOf(roles);
  }

  /** A key that sees the whole tenant. */
  public AccessKey(
      String prefix,
      String sha256,
      TenantId tenant,
      String name,
      Set<String> roles,
      Instant expiresAt,
      Instant revokedAt,
      long revision) {
    this(prefix, sha256, tenant, name, roles, expiresAt, revokedAt, revision, null);
  }
}
