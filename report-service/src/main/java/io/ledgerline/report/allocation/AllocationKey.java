package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.InvalidValueException;

/**
 * What an allocation rule is about.
 *
 * @param pool the cost that is spread
 */
public record AllocationKey(@JsonProperty("pool") Pool pool) {
  /** Checks that it is there. */
  public AllocationKey {
    if (pool == null) {
      throw new InvalidValueException(
          "pool", "missing", "'pool' is required, such as cost-centre:platform.");
    }
  }
}
