package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.problem.Forbidden;
import jakarta.enterprise.context.ApplicationScoped;

/** Who runs the installation: a partition holds all tenants' usage, so one of them must decide. */
@ApplicationScoped
class Operators {
  private final RetentionConfig config;

  Operators(RetentionConfig config) {
    this.config = config;
  }

  /** Whether the caller's key is the operator's. */
  boolean includes(CurrentCaller caller) {
    return caller.tenant().value().equals(config.operatorTenant());
  }

  /** Fails with 403 for everybody else. */
  void require(CurrentCaller caller) {
    if (!includes(caller)) {
      throw new Forbidden("This concerns all tenants: a key of the operator's tenant is needed.");
    }
  }
}
