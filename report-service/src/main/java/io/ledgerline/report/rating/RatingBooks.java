package io.ledgerline.report.rating;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that rating goes by, each book as known at one instant.
 *
 * @param prices list prices
 * @param terms contract prices, discounts, markups
 * @param exchange currency rates
 * @param attribution who pays
 */
public record RatingBooks(
    PriceLookup prices, TermsLookup terms, ExchangeLookup exchange, Attribution attribution) {
  /** Checks that all is there. */
  public RatingBooks {
    Objects.requireNonNull(prices, "prices");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(attribution, "attribution");
  }

  /** List prices and nothing else. */
  public static RatingBooks of(PriceLookup prices) {
    return new RatingBooks(prices, TermsLookup.NONE, ExchangeLookup.NONE, Attribution.NONE);
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
