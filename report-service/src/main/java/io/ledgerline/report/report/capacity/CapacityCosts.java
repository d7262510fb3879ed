package io.ledgerline.report.report.capacity;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.gauge.QuarterUse;
import io.ledgerline.report.gauge.SeriesKey;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.rating.RatedLine;
import io.ledgerline.report.rating.UnratedLine;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.SumsByMeter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a report's lines cost, and what has no cost. Not safe for several threads. */
final class CapacityCosts {
  private final Map<CapacityKey, BigDecimal> byLine = new HashMap<>();
  private final SumsByMeter unrated = new SumsByMeter();
  private final SortedMap<String, Long> reasons = new TreeMap<>();
  private final Set<SeriesKey> uncovered = new HashSet<>();
  private final Map<String, BigDecimal> byModel = new HashMap<>();
  private BigDecimal all = BigDecimal.ZERO;
  private long unratedSamples;

  /** Adds what a quarter hour of a series costs to the lines that it counts in. */
  void add(List<CapacityKey> keys, RatedLine line, QuarterUse use) {
    BigDecimal billed = line.billing().billed();
    keys.forEach(key -> byLine.merge(key, billed, BigDecimal::add));
    all = all.add(billed);
    byModel.merge(modelOf(line.usage().dimensions().model()), billed, BigDecimal::add);
    if (use.uncoveredHours().signum() > 0) {
      uncovered.add(use.series());
    }
  }

  /** Adds what has no cost. */
  void add(UnratedLine line) {
    if (line.usage().quantity().signum() != 0) {
      unrated.add(line.usage().meter().value(), line.usage().quantity());
      unratedSamples += line.usage().events();
      reasons.merge(line.reason().wireName(), line.usage().events(), Long::sum);
    }
  }

  private RunTotals.ByModel withCosts(RunTotals.ByModel part) {
    BigDecimal cost = byModel.getOrDefault(modelOf(part.model()), BigDecimal.ZERO);
    return new RunTotals.ByModel(
        part.model(), part.events(), part.quantities(), Decimals.normal(cost), 0);
  }

  private static String modelOf(String model) {
    return model == null ? "" : model;
  }

  /** The cost of a line; null when nothing of it has one. */
  BigDecimal of(CapacityKey key) {
    BigDecimal cost = byLine.get(key);
    return cost == null ? null : Decimals.normal(cost);
  }

  /**
   * The totals of what was read, with what it costs.
   *
   * @param rows lines of the report
   */
  RunTotals totals(RunTotals read, long rows) {
    SortedMap<String, Long> why = new TreeMap<>(reasons);
    if (!uncovered.isEmpty()) {
      why.put(UnratedReason.NOT_COVERED.wireName(), (long) uncovered.size());
    }
    return new RunTotals(
        read.events(),
        rows,
        read.quantities(),
        Decimals.normal(all),
        read.currency(),
        new RunTotals.Unrated(unratedSamples, List.of(), unrated.sums(), why),
        read.byModel().stream().map(this::withCosts).toList());
  }
}
