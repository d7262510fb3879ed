package io.ledgerline.platform.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import java.util.Objects;

/**
 * How far somebody sees: whose ledger, and what of it.
 *
 * @param tenant whose ledger
 * @param scope what of it; null for all
 */
public record Sight(TenantId tenant, AccessScope scope) {
  /** Checks that there is a tenant. */
  public Sight {
    Objects.requireNonNull(tenant, "tenant");
  }

  /** The whole tenant. */
  public static Sight ofAll(TenantId tenant) {
    return new Sight(tenant, null);
  }

  /** Whether it is limited to a part of the tenant. */
  public boolean isCut() {
    return scope != null;
  }

  /** The scope as one text, for a column or a parameter; null for the whole tenant. */
  public String canonicalScope() {
    return scope == null ? null : scope.canonical();
  }

  /** A text that is another one for each part: what a call of this sight is told apart by. */
  public String distinct(String text) {
    return isCut() ? text + "\n" + canonicalScope() : text;
  }

  /** Whether what was made for {@code other} is seen. */
  public boolean covers(AccessScope other) {
    return scope == null || other != null && scope.contains(other);
  }
}
