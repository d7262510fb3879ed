package io.ledgerline.report.allocation;

import java.math.BigDecimal;
import java.time.Instant;

/** By what a provider's cost is multiplied before it is billed, as known at one instant. */
@FunctionalInterface
public interface Markups {
  /** No markup on anything. */
  Markups NONE = (service, time) -> BigDecimal.ONE;

  /** The factor for a service of a provider at a time; 1 for none. */
  BigDecimal factor(Consumption.Service service, Instant time);
}
