package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rates single requests against a price book: a pure function, exact to the last digit. Prices that
 * depend on sums, and those in other currencies, leave the usage unrated.
 */
public final class Rater {
  /** Counts of calls: they cost something only where a price says so. */
  public static final Set<MeterName> COUNTED_ONLY =
      Set.of(MeterName.REQUESTS, MeterName.FAILED_REQUESTS);

  private final PriceBook book;
  private final Currency currency;

  /** Rates by {@code book}, in {@code currency}. */
  public Rater(PriceBook book, Currency currency) {
    this.book = book;
    this.currency = currency;
  }

  /** The cost of {@code usage}: a line per used meter, or the meter among the unrated ones. */
  public Rated rate(Usage usage) {
    List<RatedLine> lines = new ArrayList<>();
    SortedMap<MeterName, Quantity> unrated = new TreeMap<>();
    Money sum = Money.zero(currency);
    for (Map.Entry<MeterName, Quantity> used : usage.quantities().byMeter().entrySet()) {
      if (used.getValue().value().signum() == 0) {
        continue;
      }
      Optional<RatedLine> line = line(usage, used.getKey(), used.getValue());
      if (line.isPresent()) {
        lines.add(line.get());
        sum = sum.plus(line.get().cost());
      } else if (!COUNTED_ONLY.contains(used.getKey())) {
        unrated.put(used.getKey(), used.getValue());
      }
    }
    return new Rated(lines, unrated, sum);
  }

  private Optional<RatedLine> line(Usage usage, MeterName meter, Quantity quantity) {
    Finding found = book.find(usage.of(meter), usage.time());
    if (!found.isFound() || !found.price().value().currency().equals(currency)) {
      return Optional.empty();
    }
    Tariff tariff = found.price().value();
    return unitPrice(tariff.rate(), usage)
        .map(
            price ->
                new RatedLine(
                    meter,
                    quantity,
                    found.price().id(),
                    price,
                    tariff.unit(),
                    found.rule(),
                    new Money(
                        tariff.unit().of(quantity.value().multiply(price)), tariff.currency())));
  }

  private static Optional<BigDecimal> unitPrice(Rate rate, Usage usage) {
    return switch (rate) {
      case FlatRate flat -> Optional.of(flat.price());
      case RequestSizeRate bySize -> bySize.price(usage.priceClass());
      case PackageRate _, GraduatedRate _, VolumeRate _ -> Optional.empty();
    };
  }
}
