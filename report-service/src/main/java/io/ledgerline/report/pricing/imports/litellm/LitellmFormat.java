package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.ListFault;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The LiteLLM model map: a JSON object with an entry for each model, US dollars. The order of the
 * file means nothing. Every cost field is accounted for: read into a price, or left out with a
 * reason.
 */
public final class LitellmFormat {
  /** The format's name in the API. */
  public static final String NAME = "litellm";

  private LitellmFormat() {}

  /**
   * Reads a whole map.
   *
   * @param json the map
   * @param validity when its prices apply; the format itself has no dates
   * @throws java.io.UncheckedIOException when {@code json} cannot be read
   */
  public static PriceList read(InputStream json, Validity validity) {
    MapReader reader = new MapReader(json);
    List<ListFault> faults = new ArrayList<>(reader.faults());
    List<EntryPrices> entries = new ArrayList<>();
    for (MapEntry entry : reader.entries()) {
      try {
        entries.add(EntryPrices.of(entry));
      } catch (InvalidValueException e) {
        faults.add(new ListFault(entry.key() + "." + e.field(), e.code(), e.detail()));
      }
    }
    refuseContradictions(entries);
    return PriceList.ofModels(
        reader.entries().size(),
        drafts(entries, validity),
        faults,
        Accounts.of(entries.stream().map(EntryPrices::account).toList()));
  }

  /** Entries that state different prices for the very same usage: none of them counts. */
  private static void refuseContradictions(List<EntryPrices> entries) {
    Map<PriceMatch, Tariff> known = new HashMap<>();
    Set<PriceMatch> contradicted = new HashSet<>();
    for (EntryPrices entry : entries) {
      for (EntryPrices.FieldPrice price : entry.prices()) {
        Tariff other = known.putIfAbsent(price.match(), price.tariff());
        if (other != null && !other.equals(price.tariff())) {
          contradicted.add(price.match());
        }
      }
    }
    if (!contradicted.isEmpty()) {
      entries.forEach(entry -> entry.refuse(contradicted::contains, Reason.SAME_MATCH_OTHER_PRICE));
    }
  }

  private static List<Draft<PriceMatch, Tariff>> drafts(
      List<EntryPrices> entries, Validity validity) {
    Map<PriceMatch, Tariff> prices = new HashMap<>();
    entries.forEach(e -> e.prices().forEach(p -> prices.put(p.match(), p.tariff())));
    return prices.entrySet().stream()
        .map(price -> new Draft<>(price.getKey(), price.getValue(), validity))
        .sorted(MatchOrder.BY_MODEL)
        .toList();
  }
}
