package io.ledgerline.platform.access;

import io.ledgerline.contracts.TenantId;
import java.security.Principal;

/**
 * Who calls: a key, seen as a principal.
 *
 * @param name the key's name
 * @param prefix the key's public part
 * @param tenant whose ledger the key opens
 */
record CallerPrincipal(String name, String prefix, TenantId tenant) implements Principal {
  @Override
  public String getName() {
    return name;
  }
}
