package io.ledgerline.report.report;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.Quantities;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up quantities by meter. Not safe for several threads. */
public final class SumsByMeter {
  private final SortedMap<String, BigDecimal> sums = new TreeMap<>();

  /** Adds what one event used. */
  public void add(Quantities quantities) {
    quantities
        .byMeter()
        .forEach((meter, quantity) -> sums.merge(meter.value(), quantity.value(), BigDecimal::add));
  }

  /** The sums so far, sorted by meter, in normal form. */
  public SortedMap<String, BigDecimal> sums() {
    SortedMap<String, BigDecimal> normal = new TreeMap<>();
    sums.forEach((meter, sum) -> normal.put(meter, Decimals.normal(sum)));
    return normal;
  }
}
