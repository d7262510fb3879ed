package io.ledgerline.report.reconciliation;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many events, and how much of each meter. Meters at zero are left out, so that equal sums are
 * equal records.
 *
 * @param events how many; negative when more is taken back than added
 * @param quantities exact sums by meter name, sorted, in normal form
 */
public record Sums(long events, SortedMap<String, BigDecimal> quantities) {
  /** Nothing. */
  public static final Sums NONE = new Sums(0, new TreeMap<>());

  /** Normalises; null quantities are none. */
  public Sums {
    SortedMap<String, BigDecimal> normal = new TreeMap<>();
    if (quantities != null) {
      quantities.forEach(
          (meter, sum) -> {
            if (sum.signum() != 0) {
              normal.put(meter, Decimals.normal(sum));
            }
          });
    }
    quantities = Collections.unmodifiableSortedMap(normal);
  }

  /** From any map. */
  public static Sums of(long events, Map<String, BigDecimal> quantities) {
    return new Sums(events, new TreeMap<>(quantities));
  }

  /** The sum of all. */
  public static Sums total(Collection<Sums> all) {
    SumsTally tally = new SumsTally();
    all.forEach(tally::add);
    return tally.sums();
  }

  /** What is left when {@code other} is taken out; may be negative. */
  public Sums minus(Sums other) {
    SortedMap<String, BigDecimal> left = new TreeMap<>(quantities);
    other.quantities.forEach((meter, sum) -> left.merge(meter, sum.negate(), BigDecimal::add));
    return new Sums(events - other.events, left);
  }

  /** The sum of one meter, zero when absent. */
  public BigDecimal of(String meter) {
    return quantities.getOrDefault(meter, BigDecimal.ZERO);
  }
}
