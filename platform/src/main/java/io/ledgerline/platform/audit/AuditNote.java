package io.ledgerline.platform.audit;

import io.ledgerline.contracts.TenantId;
import jakarta.enterprise.context.RequestScoped;

/**
 * Says who makes a call that has no key, such as whoever holds a download link, and what a call was
 * about where its path would name a person.
 */
@RequestScoped
public class AuditNote {
  private TenantId tenant;
  private String actor;
  private String object;

  /** Names the caller; {@code tenant} is whose log the call belongs to. */
  public void by(TenantId tenant, String actor) {
    this.tenant = tenant;
    this.actor = actor;
  }

  /** Says it by ids: the log is never changed, and a person may have to be forgotten. */
  public void about(String path) {
    this.object = path;
  }

  String object() {
    return object;
  }

  TenantId tenant() {
    return tenant;
  }

  String actor() {
    return actor;
  }
}
