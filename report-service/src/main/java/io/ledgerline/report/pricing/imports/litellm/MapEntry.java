package io.ledgerline.report.pricing.imports.litellm;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * An entry of the map, what it costs only.
 *
 * @param key its name in the map
 * @param provider whose price it is, as the map spells it; null when unsaid
 * @param mode what the model does; null when unsaid
 * @param prices cost fields that hold a number
 * @param searches price per size of search context; empty when the entry has none
 * @param tiers prices by range; empty when the entry has none
 * @param others cost fields that hold neither
 */
record MapEntry(
    String key,
    String provider,
    String mode,
    SortedMap<String, BigDecimal> prices,
    SortedMap<String, BigDecimal> searches,
    List<Tier> tiers,
    Set<String> others) {
  /** The map's own example of an entry. */
  static final String SAMPLE = "sample_spec";

  /**
   * Prices for a range.
   *
   * @param by the name of the range: {@code range} of tokens or {@code max_results_range}
   * @param from where it begins
   * @param to where it ends
   * @param prices cost fields
   */
  record Tier(String by, BigDecimal from, BigDecimal to, SortedMap<String, BigDecimal> prices) {}

  boolean states(String field) {
    return prices.containsKey(field);
  }

  boolean isAboveZero(String field) {
    BigDecimal price = prices.get(field);
    return price != null && price.signum() > 0;
  }

  boolean isIn(String... modes) {
    return mode != null && List.of(modes).contains(mode);
  }
}
