package io.ledgerline.report.report.rest;

import io.ledgerline.report.report.RunTotals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Totals as the API shows them: decimals are texts, so that no reader makes binary floats of them.
 *
 * @param events events of the period
 * @param rows rows of the report
 * @param quantities sums by meter
 * @param charges exact sum
 * @param currency ISO 4217
 * @param unrated usage without a price
 * @param byModel the same by model
 */
public record TotalsView(
    long events,
    long rows,
    SortedMap<String, String> quantities,
    String charges,
    String currency,
    Unrated unrated,
    List<ByModel> byModel) {
  /**
   * Usage without a price.
   *
   * @param events events with such usage
   * @param models their models
   * @param quantities sums by meter
   * @param reasons events by why they have no price
   */
  public record Unrated(
      long events,
      List<String> models,
      SortedMap<String, String> quantities,
      SortedMap<String, Long> reasons) {}

  /**
   * One model's part.
   *
   * @param model null for events without one
   * @param events its events
   * @param quantities sums by meter
   * @param charges exact sum
   * @param unratedEvents events with usage that has no price
   */
  public record ByModel(
      String model,
      long events,
      SortedMap<String, String> quantities,
      String charges,
      long unratedEvents) {}

  static TotalsView of(RunTotals totals) {
    RunTotals.Unrated unrated = totals.unrated();
    return new TotalsView(
        totals.events(),
        totals.rows(),
        texts(totals.quantities()),
        totals.charges().toPlainString(),
        totals.currency(),
        new Unrated(
            unrated.events(), unrated.models(), texts(unrated.quantities()), unrated.reasons()),
        totals.byModel().stream().map(TotalsView::of).toList());
  }

  private static ByModel of(RunTotals.ByModel part) {
    return new ByModel(
        part.model(),
        part.events(),
        texts(part.quantities()),
        part.charges().toPlainString(),
        part.unratedEvents());
  }

  private static SortedMap<String, String> texts(Map<String, BigDecimal> numbers) {
    SortedMap<String, String> texts = new TreeMap<>();
    numbers.forEach((meter, sum) -> texts.put(meter, sum.toPlainString()));
    return texts;
  }
}
