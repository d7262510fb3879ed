package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.report.vendor.smarter.Seen;
import jakarta.enterprise.context.RequestScoped;

/**
 * Which accounts the caller of the request at hand sees: those that the scope of the key names. A
 * record adds up a day of an account whoever paid for its parts, so that a scope of cost centres
 * alone sees none.
 */
@RequestScoped
class SeenAccounts {
  private final CurrentCaller caller;

  SeenAccounts(CurrentCaller caller) {
    this.caller = caller;
  }

  Seen now() {
    TenantId tenant = caller.tenant();
    return caller
        .scope()
        .map(scope -> Seen.some(tenant, scope.wholeAccounts(), scope.accountBeginnings()))
        .orElse(Seen.all(tenant));
  }
}
