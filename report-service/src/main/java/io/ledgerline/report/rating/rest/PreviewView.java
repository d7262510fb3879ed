package io.ledgerline.report.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.rating.Costs;
import io.ledgerline.report.rating.RatingPeriod;
import io.ledgerline.report.rating.RatingTotals;
import io.ledgerline.report.rating.RatingTotals.CostKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A period rated twice.
 *
 * @param from inclusive
 * @param to exclusive
 * @param currentKnownAt the books that the current rating goes by
 * @param previewKnownAt those that the other goes by, before the drafts
 * @param totals by billing currency
 * @param byCostCentreAndModel the same by cost centre and model
 * @param unrated what has no cost
 * @param usageKeptFrom since when usage is kept, when some of what matters is from before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreviewView(
    Instant from,
    Instant to,
    Instant currentKnownAt,
    Instant previewKnownAt,
    List<Total> totals,
    List<Part> byCostCentreAndModel,
    UnratedLists unrated,
    Instant usageKeptFrom) {
  /**
   * The sum of a currency.
   *
   * @param currency ISO 4217
   * @param current as it is now known
   * @param preview as it would be
   * @param difference preview less current
   */
  public record Total(
      String currency, CostsView current, CostsView preview, CostsView difference) {}

  /**
   * A cost centre's part of a model.
   *
   * @param costCentre who pays
   * @param model as the source said it; null for usage without one
   * @param currency ISO 4217, of the billing
   * @param current as it is now known
   * @param preview as it would be
   * @param difference preview less current
   */
  public record Part(
      String costCentre,
      String model,
      String currency,
      CostsView current,
      CostsView preview,
      CostsView difference) {}

  /**
   * What has no cost.
   *
   * @param current as it is now known
   * @param preview as it would be
   */
  public record UnratedLists(List<UnratedView> current, List<UnratedView> preview) {}

  static PreviewView of(
      RatingPeriod period,
      Instant currentKnownAt,
      Instant previewKnownAt,
      RatingTotals current,
      RatingTotals preview,
      Instant usageKeptFrom) {
    return new PreviewView(
        period.from(),
        period.to(),
        currentKnownAt,
        previewKnownAt,
        totals(current.byCurrency(), preview.byCurrency()),
        parts(current.costs(), preview.costs()),
        new UnratedLists(unrated(current), unrated(preview)),
        usageKeptFrom);
  }

  private static List<Total> totals(
      SortedMap<String, Costs> current, SortedMap<String, Costs> preview) {
    SortedSet<String> currencies = new TreeSet<>(current.keySet());
    currencies.addAll(preview.keySet());
    List<Total> totals = new ArrayList<>();
    for (String currency : currencies) {
      Costs one = current.getOrDefault(currency, Costs.ZERO);
      Costs other = preview.getOrDefault(currency, Costs.ZERO);
      totals.add(
          new Total(
              currency, CostsView.of(one), CostsView.of(other), CostsView.of(other.minus(one))));
    }
    return totals;
  }

  private static List<Part> parts(
      SortedMap<CostKey, Costs> current, SortedMap<CostKey, Costs> preview) {
    SortedSet<CostKey> keys = new TreeSet<>(current.keySet());
    keys.addAll(preview.keySet());
    List<Part> parts = new ArrayList<>();
    for (CostKey key : keys) {
      Costs one = current.getOrDefault(key, Costs.ZERO);
      Costs other = preview.getOrDefault(key, Costs.ZERO);
      parts.add(
          new Part(
              key.costCentre(),
              key.model(),
              key.currency(),
              CostsView.of(one),
              CostsView.of(other),
              CostsView.of(other.minus(one))));
    }
    return parts;
  }

  private static List<UnratedView> unrated(RatingTotals totals) {
    List<UnratedView> views = new ArrayList<>();
    totals.unrated().forEach((key, unrated) -> views.add(UnratedView.of(key, unrated)));
    return views;
  }
}
