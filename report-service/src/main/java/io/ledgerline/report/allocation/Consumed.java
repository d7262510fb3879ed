package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Money;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * All that was used in a span of time, added up. Memory grows with kinds of lines, not with lines.
 * Not safe for several threads.
 */
public final class Consumed {
  private final Map<Consumption.Kind, Consumption> sums = new HashMap<>();

  /** Adds a line. */
  public void add(Consumption line) {
    sums.merge(line.kind(), line, Consumption::plus);
  }

  /** Adds all of another span. */
  public void add(Consumed other) {
    other.sums.values().forEach(this::add);
  }

  /** The sums, in any order. */
  public Collection<Consumption> lines() {
    return sums.values();
  }

  /** What cost centres are charged, by currency. */
  Map<BalanceKey, Money> billed() {
    Map<BalanceKey, Money> billed = new HashMap<>();
    for (Consumption line : sums.values()) {
      if (line.billed() != null) {
        billed.merge(
            new BalanceKey(Target.costCentre(line.costCentre()), line.billed().currency()),
            line.billed(),
            Money::plus);
      }
    }
    return billed;
  }
}
