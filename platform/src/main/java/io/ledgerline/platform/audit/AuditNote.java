package io.ledgerline.platform.audit;

import io.ledgerline.contracts.TenantId;
import jakarta.enterprise.context.RequestScoped;

/** Says who makes a call that has no key, such as whoever holds a download link. */
@RequestScoped
public class AuditNote {
  private TenantId tenant;
  private String actor;

  /** Names the caller; {@code tenant} is whose log the call belongs to. */
  public void by(TenantId tenant, String actor) {
    this.tenant = tenant;
    this.actor = actor;
  }

  TenantId tenant() {
    return tenant;
  }

  String actor() {
    return actor;
  }
}
