package io.ledgerline.report.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessKey;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** A row of table {@code api_key}. The key's text is not in it, only its digest. */
@Entity
@Table(name = "api_key")
public class ApiKey extends PanacheEntityBase {
  @Id private String prefix;
  private String sha256;
  private String tenant;
  private String name;
  private String[] roles;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  private long revision;

  /** As {@link AccessScope#canonical} writes it; null for the whole tenant. */
  private String scope;

  /** Told by all services past this entity: never written from here. */
  @Column(name = "last_used_at", insertable = false, updatable = false)
  private Instant lastUsedAt;

  @Column(name = "replaced_by")
  private String replacedBy;

  /** For Hibernate. */
  protected ApiKey() {}

  /** A new key, valid from now on. */
  ApiKey(AccessKey key, Instant createdAt, String createdBy) {
    this.prefix = key.prefix();
    this.sha256 = key.sha256();
    this.tenant = key.tenant().value();
    this.name = key.name();
    this.roles = new TreeSet<>(key.roles()).toArray(String[]::new);
    this.expiresAt = key.expiresAt();
    this.revision = key.revision();
    this.scope = key.scope() == null ? null : key.scope().canonical();
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  /** Takes the key back; a key that is taken back already stays as it is. */
  boolean revoke(Instant at) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = at;
    revision++;
    return true;
  }

  /** Why it cannot be replaced now; null when it can. */
  String obstacle(Instant now) {
    if (replacedBy != null) {
      return "The key was replaced by " + replacedBy + " already.";
    }
    boolean over = revokedAt != null || (expiresAt != null && !expiresAt.isAfter(now));
    return over ? "The key is revoked or expired: there is nothing to replace." : null;
  }

  /** When a key that replaces this one now ends, if nobody says: as late after its making. */
  Instant successorsEnd(Instant now) {
    return expiresAt == null ? null : now.plus(Duration.between(createdAt, expiresAt));
  }

  /** Ends the key, unless it ends before anyway, as another has taken its place. */
  void replaceBy(String prefixOfOther, Instant end) {
    replacedBy = prefixOfOther;
    expiresAt = expiresAt == null || end.isBefore(expiresAt) ? end : expiresAt;
    revision++;
  }

  /** As the other services hear of it. */
  AccessKey message() {
    return new AccessKey(
        prefix,
        sha256,
        new TenantId(tenant),
        name,
        roleSet(),
        expiresAt,
        revokedAt,
        revision,
        scope());
  }

  /** As the API shows it. */
  KeyView view() {
    return new KeyView(
        prefix,
        name,
        roleSet(),
        createdAt,
        createdBy,
        expiresAt,
        revokedAt,
        scope(),
        lastUsedAt,
        replacedBy);
  }

  /** What of the tenant it sees; null for all. */
  AccessScope scope() {
    return AccessScope.ofCanonical(scope);
  }

  private Set<String> roleSet() {
    return new TreeSet<>(Arrays.asList(roles));
  }
}
