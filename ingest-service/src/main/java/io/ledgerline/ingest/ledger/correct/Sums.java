package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.Quantities;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of the ledger's sums.
 *
 * @param events by how many events
 * @param quantities by how much of each meter, exact
 */
record Sums(long events, SortedMap<String, BigDecimal> quantities) {
  static final Sums NONE = new Sums(0, new TreeMap<>());

  /** One row. */
  static Sums of(Quantities quantities, int sign) {
    SortedMap<String, BigDecimal> signed = new TreeMap<>();
    quantities
        .numbers()
        .forEach((meter, value) -> signed.put(meter, sign < 0 ? value.negate() : value));
    return new Sums(sign, signed);
  }

  Sums plus(Sums other) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>(quantities);
    other.quantities.forEach(
        (meter, value) ->
            sums.merge(meter, Decimals.normal(value), (a, b) -> Decimals.normal(a.add(b))));
    return new Sums(events + other.events, sums);
  }
}
