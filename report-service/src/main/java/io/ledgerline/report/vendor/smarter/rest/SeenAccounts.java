package io.ledgerline.report.vendor.smarter.rest;

import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.report.vendor.smarter.Seen;
import jakarta.enterprise.context.RequestScoped;

/** Which accounts the caller of the request at hand sees. */
@RequestScoped
class SeenAccounts {
  private final CurrentCaller caller;

  SeenAccounts(CurrentCaller caller) {
    this.caller = caller;
  }

  Seen now() {
    return Seen.all(caller.tenant());
  }
}
