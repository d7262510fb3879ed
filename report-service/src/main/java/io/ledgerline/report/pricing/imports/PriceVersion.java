package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Price;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.UnitPrice;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two rows of the book share when the later known one replaces the other.
 *
 * @param match which usage
 * @param validity when
 */
public record PriceVersion(PriceMatch match, Validity validity) {
  /** For each match and validity the price that was learnt last. */
  public static Map<PriceVersion, UnitPrice> latest(Collection<Price> prices) {
    List<Price> byAge =
        prices.stream()
            .sorted(Comparator.comparing(Price::knownSince).thenComparing(Price::id))
            .toList();
    Map<PriceVersion, UnitPrice> latest = new HashMap<>();
    byAge.forEach(p -> latest.put(new PriceVersion(p.match(), p.validity()), p.price()));
    return latest;
  }
}
