package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.UnratedReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Adds up what rating says: costs in billing currencies by cost centre and model, and what has no
 * cost by reason. Memory grows with cost centres and models, not with lines. Not safe for several
 * threads.
 */
public final class RatingTotals implements Consumer<Outcome> {
  private final Map<CostKey, Sum> costs = new HashMap<>();
  private final Map<UnratedKey, Unrated> unrated = new HashMap<>();
  private CostKey lastKey;
  private Sum lastSum;

  @Override
  public void accept(Outcome outcome) {
    switch (outcome) {
      case RatedLine rated -> add(rated);
      case UnratedLine line ->
          unrated.merge(UnratedKey.of(line), Unrated.of(line.usage()), Unrated::plus);
      case CountedLine counted -> {
        // Costs nothing and misses nothing.
      }
    }
  }

  /** Costs by cost centre, model and currency, sorted. */
  public SortedMap<CostKey, Costs> costs() {
    SortedMap<CostKey, Costs> sorted = new TreeMap<>();
    costs.forEach((key, sum) -> sorted.put(key, sum.costs.normal()));
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** Costs by billing currency, sorted by its code. */
  public SortedMap<String, Costs> byCurrency() {
    SortedMap<String, Costs> sorted = new TreeMap<>();
    costs.forEach((key, sum) -> sorted.merge(key.currency(), sum.costs, Costs::plus));
    sorted.replaceAll((currency, sum) -> sum.normal());
    return Collections.unmodifiableSortedMap(sorted);
  }

  /** What has no cost, sorted. */
  public SortedMap<UnratedKey, Unrated> unrated() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(unrated));
  }

  /** How many lines have a cost. */
  public long ratedLines() {
    return costs.values().stream().mapToLong(sum -> sum.lines).sum();
  }

  private void add(RatedLine line) {
    Payer payer = line.basis().payer();
    String model = line.usage().dimensions().model();
    Currency currency = line.basis().billingCurrency();
    if (lastKey == null || !lastKey.is(payer.costCentre(), model, currency)) {
      lastKey = new CostKey(payer.costCentre(), model, currency.getCurrencyCode());
      lastSum = costs.computeIfAbsent(lastKey, key -> new Sum());
    }
    lastSum.lines++;
    lastSum.costs = lastSum.costs.plus(line.billing());
  }

  private static final class Sum {
    private Costs costs = Costs.ZERO;
    private long lines;
  }

  /**
   * What costs are added up by.
   *
   * @param costCentre who pays
   * @param model as the source said it; null for usage without one
   * @param currency ISO 4217 code of the billing currency
   */
  public record CostKey(String costCentre, String model, String currency)
      implements Comparable<CostKey> {
    private static final Comparator<CostKey> ORDER =
        Comparator.comparing(CostKey::costCentre)
            .thenComparing(CostKey::model, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CostKey::currency);

    @Override
    public int compareTo(CostKey other) {
      return ORDER.compare(this, other);
    }

    private boolean is(String otherCentre, String otherModel, Currency otherCurrency) {
      return costCentre.equals(otherCentre)
          && (model == null ? otherModel == null : model.equals(otherModel))
          && currency.equals(otherCurrency.getCurrencyCode());
    }
  }

  /**
   * What usage without a cost is added up by.
   *
   * @param reason why it has none
   * @param costCentre who would pay
   * @param provider null when unknown, like the next
   * @param model as the source said it
   * @param priceClass canonical text; empty for none
   * @param meter what was counted
   */
  public record UnratedKey(
      UnratedReason reason,
      String costCentre,
      String provider,
      String model,
      String priceClass,
      MeterName meter)
      implements Comparable<UnratedKey> {
    private static final Comparator<String> TEXT = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<UnratedKey> ORDER =
        Comparator.comparing(UnratedKey::model, TEXT)
            .thenComparing(UnratedKey::meter)
            .thenComparing(UnratedKey::reason)
            .thenComparing(UnratedKey::provider, TEXT)
            .thenComparing(UnratedKey::priceClass)
            .thenComparing(UnratedKey::costCentre);

    static UnratedKey of(UnratedLine line) {
      var dimensions = line.usage().dimensions();
      return new UnratedKey(
          line.reason(),
          line.payer().costCentre(),
          dimensions.provider(),
          dimensions.model(),
          dimensions.priceClass().toString(),
          line.usage().meter());
    }

    @Override
    public int compareTo(UnratedKey other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * How much has no cost.
   *
   * @param quantity in the meter's own unit
   * @param events how many events say so
   * @param from first quarter hour
   * @param last last quarter hour
   */
  public record Unrated(BigDecimal quantity, long events, Instant from, Instant last) {
    static Unrated of(UsageLine usage) {
      return new Unrated(usage.quantity(), usage.events(), usage.time(), usage.time());
    }

    Unrated plus(Unrated more) {
      return new Unrated(
          quantity.add(more.quantity),
          events + more.events,
          from.isBefore(more.from) ? from : more.from,
          last.isAfter(more.last) ? last : more.last);
    }
  }
}
