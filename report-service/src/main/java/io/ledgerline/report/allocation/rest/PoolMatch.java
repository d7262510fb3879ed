package io.ledgerline.report.allocation.rest;

import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.Pool;

/**
 * A pool as a body names it.
 *
 * @param pool such as {@code cost-centre:platform}
 */
public record PoolMatch(String pool) {
  AllocationKey key() {
    return new AllocationKey(Pool.of(pool));
  }
}
