package io.ledgerline.platform.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who makes the request at hand. Use it within the request; pass what it says on to anything that
 * outlives it.
 */
@RequestScoped
public class CurrentCaller {
  private final SecurityIdentity identity;

  CurrentCaller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Returns the tenant whose ledger the caller's key opens; fails with 401 without a key. */
  public TenantId tenant() {
    return principal().tenant();
  }

  /**
   * Returns what of the tenant the caller's key sees; empty for all of it. A resource that answers
   * callers with a scope says so with {@link KeepsScope} or {@link ShowsNoUsage}.
   */
  public Optional<AccessScope> scope() {
    return Optional.ofNullable(principal().scope());
  }

  /** Returns how far the caller sees; fails with 401 without a key. */
  public Sight sight() {
    return new Sight(principal().tenant(), principal().scope());
  }

  /** Returns the public part of the caller's key: the actor to note on what is changed. */
  public String actor() {
    return principal().prefix();
  }

  /** Returns what people call the caller's key. */
  public String name() {
    return principal().name();
  }

  /** Whether the request has a valid key at all. */
  public boolean isKnown() {
    return identity.getPrincipal() instanceof CallerPrincipal;
  }

  /** Whether the caller has a role of {@link Roles}. */
  public boolean hasRole(String role) {
    return identity.hasRole(role);
  }

  private CallerPrincipal principal() {
    if (identity.getPrincipal() instanceof CallerPrincipal caller) {
      return caller;
    }
    throw new UnauthorizedException();
  }
}
