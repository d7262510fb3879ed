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
    quantities.byMeter().forEach((meter, quantity) -> add(meter.value(), quantity.value()));
  }

  /** Adds to one meter. */
  public void add(String meter, BigDecimal quantity) {
    sums.merge(meter, quantity, BigDecimal::add);
  }

  /** Adds all that another one has added up. */
  public void add(SumsByMeter other) {
    other.sums.forEach(this::add);
  }

  /** The sum of one meter, in normal form; zero when there was none. */
  public BigDecimal sum(String meter) {
    return Decimals.normal(sums.getOrDefault(meter, BigDecimal.ZERO));
  }

  /** The sums so far, sorted by meter, in normal form. */
  public SortedMap<String, BigDecimal> sums() {
    SortedMap<String, BigDecimal> normal = new TreeMap<>();
    sums.forEach((meter, sum) -> normal.put(meter, Decimals.normal(sum)));
    return normal;
  }
}
