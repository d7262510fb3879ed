package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.Forbidden;

/**
 * Who runs the installation: a partition holds all tenants' usage, so no tenant's admin decides.
 */
final class Operators {
  private Operators() {}

  /** Whether the caller's key is the operator's. */
  static boolean include(CurrentCaller caller) {
    return caller.hasRole(Roles.OPERATOR);
  }

  /** Fails with 403 for everybody else. */
  static void require(CurrentCaller caller) {
    if (!include(caller)) {
      throw new Forbidden("This concerns all tenants: a key with the role operator is needed.");
    }
  }
}
