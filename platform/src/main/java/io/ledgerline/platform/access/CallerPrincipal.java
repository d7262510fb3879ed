package io.ledgerline.platform.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import java.security.Principal;

/**
 * Who calls: a key, seen as a principal.
 *
 * @param name the key's name
 * @param prefix the key's public part
 * @param tenant whose ledger the key opens
 * @param scope what of the tenant the key sees; null for all
 */
record CallerPrincipal(String name, String prefix, TenantId tenant, AccessScope scope)
    implements Principal {
  @Override
  public String getName() {
    return name;
  }
}
