package io.ledgerline.report.rating;

import io.ledgerline.report.pricing.Accumulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The running sums of banded prices, each for the span of the last usage it has seen: time only
 * goes on. Not safe for several threads.
 */
final class RunningSums {
  private final Map<SumKey, RunningSum> sums = new HashMap<>();

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

  /** Adds what was noted before. */
  void prime(PricedBy price, HistorySums.Sum noted) {
    Accumulation over = RunningSum.over(price.tariff().rate());
    sums.computeIfAbsent(
            SumKey.of(price, over, noted.scope()), key -> RunningSum.at(over, noted.from()))
        .prime(price, noted.quantity());
  }

  /** Where everything stands. */
  HistorySums noted() {
    List<HistorySums.Sum> noted = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            sum.parts()
                .forEach(
                    (price, part) ->
                        noted.add(
                            new HistorySums.Sum(price, key.scope(), sum.from(), part.quantity()))));
    return new HistorySums(noted);
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
