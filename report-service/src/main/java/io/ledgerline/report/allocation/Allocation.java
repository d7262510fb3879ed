package io.ledgerline.report.allocation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the pools of a period.
 *
 * @param pools in time, and then in the order in which they were spread
 * @param balances what each bearer has in the end
 */
public record Allocation(List<PoolOutcome> pools, SortedMap<BalanceKey, Balance> balances) {
  /** Copies. */
  public Allocation {
    pools = List.copyOf(pools);
    balances = Collections.unmodifiableSortedMap(new TreeMap<>(balances));
  }
}
