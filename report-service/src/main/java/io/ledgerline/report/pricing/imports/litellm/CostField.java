package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.usage.PriceClass;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cost field's name, taken apart: {@code cache_creation_input_token_cost_above_1hr} is the base
 * {@code cache_creation_input_token_cost} for requests with {@code cache_ttl=1h}.
 *
 * @param name as the map spells it
 * @param base without what varies the price
 * @param priceClass what the request must have
 * @param above tokens of the request above which it applies; 0 for all
 */
record CostField(String name, String base, PriceClass priceClass, BigDecimal above) {
  static final String TIERS = "tiered_pricing";
  static final String SEARCHES = "search_context_cost_per_query";

  private static final Map<String, Map.Entry<String, String>> ENDINGS =
      Map.of(
          "_batches", Map.entry("batch", "true"),
          "_flex", Map.entry("service_tier", "flex"),
          "_priority", Map.entry("service_tier", "priority"),
          "_above_1hr", Map.entry("cache_ttl", "1h"),
          "_1080p", Map.entry("resolution", "1080p"));
  private static final Pattern ABOVE = Pattern.compile("(.+)_above_(\\d{1,6})k_tokens");
  private static final Pattern INTERVAL = Pattern.compile("(.+)_above_(\\d{1,4})s_interval");

  /** Whether {@code field} of an entry is about money. */
  static boolean isOne(String field) {
    return field.contains("cost") || field.equals(TIERS);
  }

  static CostField of(String name) {
    String base = name;
    SortedMap<String, String> priceClass = new TreeMap<>();
    BigDecimal above = BigDecimal.ZERO;
    for (String rest = shorter(base, priceClass); rest != null; rest = shorter(base, priceClass)) {
      base = rest;
      if (priceClass.containsKey("above")) {
        above = new BigDecimal(priceClass.remove("above")).scaleByPowerOfTen(3).setScale(0);
      }
    }
    return new CostField(name, base, PriceClass.of(priceClass), above);
  }

  /** {@code base} without its last ending, whose meaning goes into {@code found}; else null. */
  private static String shorter(String base, Map<String, String> found) {
    for (Map.Entry<String, Map.Entry<String, String>> ending : ENDINGS.entrySet()) {
      if (base.endsWith(ending.getKey()) && !found.containsKey(ending.getValue().getKey())) {
        found.put(ending.getValue().getKey(), ending.getValue().getValue());
        return base.substring(0, base.length() - ending.getKey().length());
      }
    }
    Matcher above = ABOVE.matcher(base);
    if (above.matches()) {
      found.put("above", above.group(2));
      return above.group(1);
    }
    Matcher interval = INTERVAL.matcher(base);
    if (interval.matches()
        && found.putIfAbsent("video_interval", "gt" + interval.group(2) + "s") == null) {
      return interval.group(1);
    }
    return null;
  }
}
