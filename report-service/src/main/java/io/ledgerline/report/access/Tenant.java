package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessTenant;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of table {@code tenant}. */
@Entity
@Table(name = "tenant")
public class Tenant extends PanacheEntityBase {
  @Id private String id;
  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "suspended_at")
  private Instant suspendedAt;

  @Column(name = "suspended_by")
  private String suspendedBy;

  private String reason;
  private long revision;

  /** For Hibernate. */
  protected Tenant() {}

  /** A new tenant. */
  Tenant(TenantId id, String name, Instant createdAt, String createdBy) {
    this.id = id.value();
    this.name = name;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
    this.revision = 1;
  }

  /** Refuses its keys from now on; one that is suspended already stays as it is. */
  boolean suspend(Instant at, String by, String why) {
    if (suspendedAt != null) {
      return false;
    }
    suspendedAt = at;
    suspendedBy = by;
    reason = why;
    revision++;
    return true;
  }

  /** Takes its keys again; one that is not suspended stays as it is. */
  boolean resume() {
    if (suspendedAt == null) {
      return false;
    }
    suspendedAt = null;
    suspendedBy = null;
    reason = null;
    revision++;
    return true;
  }

  /** As the other services hear of it. */
  AccessTenant message() {
    return new AccessTenant(new TenantId(id), suspendedAt, revision);
  }

  /** As the API shows it. */
  TenantView view() {
    return new TenantView(id, name, createdAt, createdBy, suspendedAt, suspendedBy, reason);
  }
}
