package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.rating.Costs;
import io.ledgerline.report.rating.RatingTotals;
import io.ledgerline.report.rating.RatingTotals.CostKey;
import io.ledgerline.report.rating.RatingTotals.Unrated;
import io.ledgerline.report.rating.RatingTotals.UnratedKey;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.making.RunPreviewer;
import io.ledgerline.report.report.store.PreviewStore.ModelUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run would be about. Decimals are texts.
 *
 * @param kind report kind
 * @param period which usage the run would be of
 * @param from start of the quarter hours that were added up, inclusive; the period's own unless
 *     that is not made of whole ones
 * @param to their end, exclusive
 * @param priceBookAt the books as known at this instant
 * @param events events
 * @param quantities sums by meter
 * @param costs by billing currency
 * @param unrated usage without a cost, by model, meter and reason
 * @param byModel the same by model; usage without a model last
 * @param usageKeptFrom since when usage is kept, when some of what matters is from before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunPreviewView(
    String kind,
    PeriodView period,
    Instant from,
    Instant to,
    Instant priceBookAt,
    long events,
    SortedMap<String, String> quantities,
    List<Cost> costs,
    List<NoCost> unrated,
    List<Model> byModel,
    Instant usageKeptFrom) {
  /**
   * Costs of one billing currency.
   *
   * @param currency ISO 4217
   * @param list by the list price
   * @param contracted by what was agreed
   * @param billed what would be charged to who pays
   */
  public record Cost(String currency, String list, String contracted, String billed) {
    static List<Cost> of(SortedMap<String, Costs> byCurrency) {
      List<Cost> all = new ArrayList<>();
      byCurrency.forEach(
          (currency, costs) ->
              all.add(
                  new Cost(
                      currency,
                      plain(costs.list()),
                      plain(costs.contracted()),
                      plain(costs.billed()))));
      return all;
    }
  }

  /**
   * Usage without a cost.
   *
   * @param model absent when unknown
   * @param meter what was counted
   * @param reason why it has no cost
   * @param quantity in the meter's own unit
   * @param events how many events say so
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record NoCost(String model, String meter, String reason, String quantity, long events) {}

  /**
   * One model's part.
   *
   * @param model absent for usage without one
   * @param events its events
   * @param quantities sums by meter
   * @param costs by billing currency
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Model(
      String model, long events, SortedMap<String, String> quantities, List<Cost> costs) {}

  static RunPreviewView of(String kind, PeriodSpec spec, RunPreviewer.Preview found) {
    long events = found.usage().stream().mapToLong(ModelUsage::events).sum();
    SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    found
        .usage()
        .forEach(m -> m.quantities().forEach((k, q) -> quantities.merge(k, q, BigDecimal::add)));
    RatingTotals rated = found.rated();
    return new RunPreviewView(
        kind,
        PeriodView.of(spec),
        found.covering().from(),
        found.covering().to(),
        found.knownAt(),
        events,
        texts(quantities),
        Cost.of(rated.byCurrency()),
        unrated(rated),
        found.usage().stream().map(model -> model(model, rated)).toList(),
        found.usageKeptFrom());
  }

  private static Model model(ModelUsage usage, RatingTotals rated) {
    SortedMap<String, Costs> costs = new TreeMap<>();
    for (Map.Entry<CostKey, Costs> entry : rated.costs().entrySet()) {
      if (Objects.equals(entry.getKey().model(), usage.model())) {
        costs.merge(entry.getKey().currency(), entry.getValue(), Costs::plus);
      }
    }
    return new Model(usage.model(), usage.events(), texts(usage.quantities()), Cost.of(costs));
  }

  private static List<NoCost> unrated(RatingTotals rated) {
    List<NoCost> all = new ArrayList<>();
    for (Map.Entry<UnratedKey, Unrated> entry : rated.unrated().entrySet()) {
      UnratedKey key = entry.getKey();
      all.add(
          new NoCost(
              key.model(),
              key.meter().value(),
              key.reason().wireName(),
              plain(entry.getValue().quantity()),
              entry.getValue().events()));
    }
    return all;
  }

  private static SortedMap<String, String> texts(Map<String, BigDecimal> numbers) {
    SortedMap<String, String> texts = new TreeMap<>();
    numbers.forEach((meter, sum) -> texts.put(meter, plain(sum)));
    return texts;
  }

  private static String plain(BigDecimal number) {
    return Decimals.normal(number).toPlainString();
  }
}
