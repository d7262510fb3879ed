package io.ledgerline.report.vendor.vergeos;

import java.util.List;

/**
 * Whose capacity it was, for callers who see only a part of the tenant.
 *
 * @param account at the source
 * @param costCentres who paid for it at that time, and all above; empty when nobody knows
 */
public record Owner(String account, List<String> costCentres) {
  /** Copies. */
  public Owner {
    costCentres = List.copyOf(costCentres);
  }
}
