package io.ledgerline.report.reconciliation;

import io.ledgerline.report.ledger.LedgerLine;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds sums up. Not safe for several threads. */
public final class SumsTally {
  private final SortedMap<String, BigDecimal> quantities = new TreeMap<>();
  private long events;

  /** Adds what {@code sums} says; negative parts take away. */
  public void add(Sums sums) {
    events += sums.events();
    sums.quantities().forEach((meter, sum) -> quantities.merge(meter, sum, BigDecimal::add));
  }

  /** Adds an event. */
  public void add(LedgerLine event) {
    events++;
    event
        .quantities()
        .byMeter()
        .forEach((meter, sum) -> quantities.merge(meter.value(), sum.value(), BigDecimal::add));
  }

  /** The sum so far. */
  public Sums sums() {
    return new Sums(events, quantities);
  }
}
