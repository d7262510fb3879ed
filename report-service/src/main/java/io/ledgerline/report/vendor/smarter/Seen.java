package io.ledgerline.report.vendor.smarter;

import io.ledgerline.contracts.TenantId;
import java.util.Collection;
import java.util.List;

/**
 * Whose records a caller sees.
 *
 * @param tenant of this tenant only
 * @param accounts of these accounts; null for all
 * @param beginnings and of those that begin so; null for all
 */
public record Seen(TenantId tenant, List<String> accounts, List<String> beginnings) {
  /** All of a tenant. */
  public static Seen all(TenantId tenant) {
    return new Seen(tenant, null, null);
  }

  /** Some accounts of a tenant. */
  public static Seen some(
      TenantId tenant, Collection<String> accounts, Collection<String> beginnings) {
    return new Seen(tenant, List.copyOf(accounts), List.copyOf(beginnings));
  }

  /** Whether an account's records are seen. */
  public boolean sees(String account) {
    return accounts == null
        || accounts.contains(account)
        || beginnings.stream().anyMatch(account::startsWith);
  }
}
