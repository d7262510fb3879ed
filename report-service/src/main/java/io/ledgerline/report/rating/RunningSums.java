package io.ledgerline.report.rating;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The running sums of banded prices, each for the span of the last usage it has seen: time only
 * goes on. Not safe for several threads.
 */
public final class RunningSums {
  private final Map<SumKey, RunningSum> sums = new HashMap<>();

  RunningSums() {}

  /** Adds a line; what it costs by this price. */
  BigDecimal add(UnitCharge charge, UsageLine line) {
    return sum(charge, line).add(charge.price(), line.quantity());
  }

  /** Adds a line that costs nobody anything here; nothing where the price has no sum. */
  void prime(UnitCharge charge, UsageLine line) {
    if (charge != null && charge.accumulates()) {
      sum(charge, line).prime(charge.price(), line.quantity());
    }
  }

  private RunningSum sum(UnitCharge charge, UsageLine line) {
    RunningSum sum = sums.get(charge.sum());
    if (sum == null || !line.time().isBefore(sum.to())) {
      sum = RunningSum.at(charge.over(), line.time());
      sums.put(charge.sum(), sum);
    }
    return sum;
  }
}
