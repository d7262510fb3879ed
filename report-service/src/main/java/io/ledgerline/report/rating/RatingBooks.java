package io.ledgerline.report.rating;

import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All that rating goes by, each book as known at one instant.
 *
 * @param prices list prices
 * @param terms contract prices, discounts, markups
 * @param exchange currency rates
 * @param attribution who pays
 * @param gauges meters of which rollups have sums of samples, which no price is for: what is there
 *     has a cost by the time for which it is
 */
public record RatingBooks(
    PriceLookup prices,
    TermsLookup terms,
    ExchangeLookup exchange,
    Attribution attribution,
    GaugeBook gauges) {
  /** Checks that all is there. */
  public RatingBooks {
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(gauges, "gauges");
  }

  /** With the gauges that everybody has. */
  public RatingBooks(
      PriceLookup prices, TermsLookup terms, ExchangeLookup exchange, Attribution attribution) {
    this(prices, terms, exchange, attribution, GaugeBook.BUILT_IN);
  }

  /** List prices and nothing else. */
  public static RatingBooks of(PriceLookup prices) {
    return new RatingBooks(prices, TermsLookup.NONE, ExchangeLookup.NONE, Attribution.NONE);
  }

  /** The same books, but whoever pays is billed in {@code currency}. */
  public RatingBooks billedIn(Currency currency) {
    return new RatingBooks(prices, terms, exchange, attribution.billedIn(currency), gauges);
  }

  /** The same books, for usage of gauges that is told in unit-hours. */
  public RatingBooks weighted() {
    return new RatingBooks(prices, terms, exchange, attribution, gauges.withWeighted());
  }

  /** A price by its identity, of the list or agreed. */
  public Optional<PricedBy> price(UUID id) {
    return prices.price(id).or(() -> terms.price(id));
  }

  /** Whether what was used before matters to what is used now. */
  public boolean accumulate() {
    return !prices.accumulating().isEmpty() || !terms.accumulating().isEmpty();
  }

  /** When answers may change. */
  SortedSet<Instant> changes() {
    SortedSet<Instant> all = new TreeSet<>();
    all.addAll(prices.changes());
    all.addAll(terms.changes());
    all.addAll(exchange.changes());
    all.addAll(attribution.changes());
    return all;
  }
}
