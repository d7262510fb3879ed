package io.ledgerline.report.pricing.imports.litellm;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.pricing.imports.ListFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads one entry of the map, what it costs only. */
final class EntryReader {
  private static final BigDecimal BELOW = new BigDecimal("1e9");
  private static final int MAX_DECIMALS = 30;
  private static final int MAX_SCALE = 400;
  private static final String SEARCH_SIZE = "search_context_size_";

  private final SortedMap<String, BigDecimal> prices = new TreeMap<>();
  private final SortedMap<String, BigDecimal> searches = new TreeMap<>();
  private final SortedSet<String> others = new TreeSet<>();
  private final List<MapEntry.Tier> tiers = new ArrayList<>();
  private final List<ListFault> faults;

  private EntryReader(List<ListFault> faults) {
    this.faults = faults;
  }

  /** The entry {@code key}; what is wrong goes into {@code faults}. */
  static MapEntry read(String key, JsonNode entry, List<ListFault> faults) {
    EntryReader reader = new EntryReader(faults);
    if (!entry.isObject()) {
      reader.fault(key, "not-an-entry", "An entry is a JSON object of fields.");
    }
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      if (CostField.isOne(field.getKey()) && !field.getValue().isNull()) {
        reader.read(key + "." + field.getKey(), field.getKey(), field.getValue());
      }
    }
    return new MapEntry(
        key,
        text(entry.get("litellm_provider")),
        text(entry.get("mode")),
        reader.prices,
        reader.searches,
        reader.tiers,
        reader.others);
  }

  private void read(String path, String name, JsonNode value) {
    if (!value.isContainerNode()) {
      prices.put(name, price(path, value));
    } else if (name.equals(CostField.TIERS) && value.isArray() && !value.isEmpty()) {
      value.forEach(tier -> tiers.add(tier(path, tier)));
    } else if (name.equals(CostField.SEARCHES) && value.isObject() && !value.isEmpty()) {
      value
          .properties()
          .forEach(
              size ->
                  searches.put(
                      size.getKey().startsWith(SEARCH_SIZE)
                          ? size.getKey().substring(SEARCH_SIZE.length())
                          : size.getKey(),
                      price(path + "." + size.getKey(), size.getValue())));
    } else {
      others.add(name);
    }
  }

  private MapEntry.Tier tier(String path, JsonNode tier) {
    String by = "";
    JsonNode range = null;
    SortedMap<String, BigDecimal> prices = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : tier.properties()) {
      if (field.getKey().endsWith("range")) {
        by = field.getKey();
        range = field.getValue();
      } else if (CostField.isOne(field.getKey())) {
        prices.put(field.getKey(), price(path + "." + field.getKey(), field.getValue()));
      }
    }
    boolean isPair = range != null && range.isArray() && range.size() == 2;
    if (!isPair) {
      fault(path, "invalid-range", "A tier has a 'range' of two numbers.");
    }
    return new MapEntry.Tier(
        by,
        isPair ? price(path + "." + by, range.get(0)) : BigDecimal.ZERO,
        isPair ? price(path + "." + by, range.get(1)) : BigDecimal.ZERO,
        prices);
  }

  /** A number of the map, 0 or more; 0 after telling a fault. */
  private BigDecimal price(String path, JsonNode value) {
    if (!value.isNumber()) {
      fault(path, "not-a-number", "A price is a JSON number such as 2.5e-06.");
      return BigDecimal.ZERO;
    }
    BigDecimal number = value.decimalValue();
    if (number.signum() < 0) {
      fault(path, "negative-price", "A price is 0 or more.");
      return BigDecimal.ZERO;
    }
    // Bounded before it is brought into normal form, so that 1e999999999 costs nothing.
    boolean inRange =
        Math.abs((long) number.scale()) <= MAX_SCALE
            && number.compareTo(BELOW) < 0
            && Decimals.normal(number).scale() <= MAX_DECIMALS;
    if (!inRange) {
      fault(
          path,
          "price-out-of-range",
          "A price is below 10^9 and has at most " + MAX_DECIMALS + " digits after the point.");
      return BigDecimal.ZERO;
    }
    return Decimals.normal(number);
  }

  private static String text(JsonNode node) {
    return node == null || !node.isTextual() || node.textValue().isBlank()
        ? null
        : node.textValue();
  }

  private void fault(String field, String code, String detail) {
    faults.add(new ListFault(field, code, detail));
  }
}
