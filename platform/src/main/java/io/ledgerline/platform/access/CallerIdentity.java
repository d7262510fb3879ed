package io.ledgerline.platform.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Makes identities of callers. */
public final class CallerIdentity {
  private CallerIdentity() {}

  /** The identity of whoever holds a key; a token is seen as a key here. */
  public static SecurityIdentity of(KnownKey key) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new CallerPrincipal(key.name(), key.prefix(), key.tenant(), key.scope()))
        .addRoles(Roles.effective(key.roles()))
        .build();
  }
}
