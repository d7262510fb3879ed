package io.ledgerline.ingest.ledger.batch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a batch adds up to.
 *
 * @param events how many
 * @param quantities exact sums by meter name
 * @param minTime earliest charge time
 * @param maxTime latest charge time
 */
public record BatchTotals(
    int events, SortedMap<String, BigDecimal> quantities, Instant minTime, Instant maxTime) {
  /** Adds up at least one fact. */
  public static BatchTotals of(List<Fact> facts) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    Instant min = Instant.MAX;
    Instant max = Instant.MIN;
    for (Fact fact : facts) {
      fact.quantities()
          .byMeter()
          .forEach(
              (meter, quantity) -> sums.merge(meter.value(), quantity.value(), BigDecimal::add));
      min = fact.time().isBefore(min) ? fact.time() : min;
      max = fact.time().isAfter(max) ? fact.time() : max;
    }
    return new BatchTotals(facts.size(), sums, min, max);
  }
}
