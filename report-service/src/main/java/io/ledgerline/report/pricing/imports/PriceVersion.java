package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.time.Instant;
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
  public static Map<PriceVersion, Tariff> latest(Collection<Entry<PriceMatch, Tariff>> prices) {
    List<Entry<PriceMatch, Tariff>> byAge =
        prices.stream()
            .sorted(
                Comparator.<Entry<PriceMatch, Tariff>, Instant>comparing(Entry::knownSince)
                    .thenComparing(Entry::id))
            .toList();
    Map<PriceVersion, Tariff> latest = new HashMap<>();
    byAge.forEach(p -> latest.put(new PriceVersion(p.key(), p.validity()), p.value()));
    return latest;
  }
}
