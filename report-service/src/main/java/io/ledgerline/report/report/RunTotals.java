package io.ledgerline.report.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run's totals as they stand on it.
 *
 * @param events events of the period, with or without a row
 * @param rows rows of the report
 * @param quantities sums over all events, by meter
 * @param charges exact sum of all charges
 * @param currency ISO 4217 code of the charges
 * @param unrated what has no price
 * @param byModel the same by model, sorted by name; events without a model last
 */
public record RunTotals(
    long events,
    long rows,
    SortedMap<String, BigDecimal> quantities,
    BigDecimal charges,
    String currency,
    Unrated unrated,
    List<ByModel> byModel) {
  /**
   * Usage without a price; never counted as zero cost.
   *
   * @param events events with at least one such meter
   * @param models their models, sorted
   * @param quantities what has no price, by meter
   * @param reasons events by why; an event may have several
   */
  public record Unrated(
      long events,
      List<String> models,
      SortedMap<String, BigDecimal> quantities,
      SortedMap<String, Long> reasons) {
    /** Runs of before told no reasons. */
    public Unrated {
      reasons = reasons == null ? new TreeMap<>() : reasons;
    }
  }

  /**
   * One model's part.
   *
   * @param model as the source said it; null for events without one
   * @param events its events
   * @param quantities sums by meter
   * @param charges exact sum
   * @param unratedEvents events with usage that has no price
   */
  public record ByModel(
      String model,
      long events,
      SortedMap<String, BigDecimal> quantities,
      BigDecimal charges,
      long unratedEvents) {}
}
