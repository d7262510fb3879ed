package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The prices of one tenant and currency as they were known at one instant. Immutable and safe for
 * any thread; a look-up touches only the prices of its model and meter, however large the book.
 */
public final class PriceBook {
  /** The most specific first, then what was learnt last; ids make the order total. */
  private static final Comparator<Price> PRECEDENCE =
      Comparator.<Price>comparingInt(p -> -p.match().specificity())
          .thenComparing(Price::knownSince, Comparator.reverseOrder())
          .thenComparing(Price::id);

  private final Instant knownAt;
  private final Currency currency;
  private final Map<ModelMeter, List<Price>> prices = new HashMap<>();
  private final Set<String> models = new HashSet<>();

  /**
   * Builds the index.
   *
   * @param knownAt prices learnt later are left out
   * @param currency prices in others are left out, so that sums never mix currencies
   * @param all in any order
   */
  public PriceBook(Instant knownAt, Currency currency, Collection<Price> all) {
    this.knownAt = knownAt;
    this.currency = currency;
    for (Price price : all) {
      if (!price.knownSince().isAfter(knownAt) && price.price().currency().equals(currency)) {
        PriceMatch match = price.match();
        models.add(match.model());
        prices
            .computeIfAbsent(new ModelMeter(match.model(), match.meter()), k -> new ArrayList<>())
            .add(price);
      }
    }
    prices.values().forEach(list -> list.sort(PRECEDENCE));
  }

  /** The instant whose knowledge this is. */
  public Instant knownAt() {
    return knownAt;
  }

  /** The currency of all its prices. */
  public Currency currency() {
    return currency;
  }

  /** Whether any price names this model. */
  public boolean knows(String model) {
    return models.contains(model);
  }

  /**
   * The price of usage, if there is one: the most specific match that was valid at {@code time}; of
   * equal matches the one learnt last.
   */
  public Optional<Price> find(
      String provider, String model, MeterName meter, PriceClass priceClass, Instant time) {
    for (Price price : prices.getOrDefault(new ModelMeter(model, meter), List.of())) {
      if (price.match().accepts(provider, priceClass) && price.validity().contains(time)) {
        return Optional.of(price);
      }
    }
    return Optional.empty();
  }

  private record ModelMeter(String model, MeterName meter) {}
}
