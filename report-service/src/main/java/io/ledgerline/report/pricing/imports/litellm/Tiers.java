package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.usage.PriceClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prices by range. A {@code range} of tokens becomes the bands of the request's size, the last one
 * open: what lies above the end of the table is more than the model takes. A {@code
 * max_results_range} becomes the price class {@code max_results=11-20}.
 */
final class Tiers {
  private static final String TOKENS = "range";
  private static final String RESULTS = "max_results_range";

  private final MapEntry entry;
  private final List<Stated> stated = new ArrayList<>();
  private Reason fault;

  private Tiers(MapEntry entry) {
    this.entry = entry;
  }

  /** Adds what the tiers state to {@code all}; else says why they are left out. */
  static Reason read(MapEntry entry, List<Stated> all) {
    Tiers tiers = new Tiers(entry);
    tiers.read();
    if (tiers.fault == null) {
      all.addAll(tiers.stated);
    }
    return tiers.fault;
  }

  private void read() {
    List<MapEntry.Tier> sorted =
        entry.tiers().stream().sorted(Comparator.comparing(MapEntry.Tier::from)).toList();
    Set<String> kinds = new HashSet<>(sorted.stream().map(MapEntry.Tier::by).toList());
    Set<Set<String>> fields =
        new HashSet<>(sorted.stream().map(tier -> tier.prices().keySet()).toList());
    if (kinds.size() != 1 || fields.size() != 1 || !follow(sorted)) {
      fault = Reason.TIERS_WITH_GAP;
      return;
    }
    for (MapEntry.Tier tier : sorted) {
      tier.prices().forEach((field, price) -> state(tier, CostField.of(field), price));
    }
  }

  private void state(MapEntry.Tier tier, CostField field, BigDecimal price) {
    switch (Meaning.of(field, entry)) {
      case Meaning.Use use when tier.by().equals(TOKENS) ->
          stated.add(new Stated(CostField.TIERS, use, field.priceClass(), tier.from(), price));
      case Meaning.Use use ->
          stated.add(new Stated(CostField.TIERS, use, results(tier), BigDecimal.ZERO, price));
      case Meaning.Left left -> fault = left.reason();
    }
  }

  private static PriceClass results(MapEntry.Tier tier) {
    return PriceClass.of(
        Map.of("max_results", tier.from().toPlainString() + "-" + tier.to().toPlainString()));
  }

  /** Whether each range begins where the one before ends, ranges of tokens at 0. */
  private static boolean follow(List<MapEntry.Tier> sorted) {
    boolean tokens = sorted.getFirst().by().equals(TOKENS);
    BigDecimal next = tokens ? BigDecimal.ZERO : sorted.getFirst().from();
    for (MapEntry.Tier tier : sorted) {
      if (tier.from().compareTo(next) != 0 || tier.to().compareTo(tier.from()) <= 0) {
        return false;
      }
      next = tokens ? tier.to() : tier.to().add(BigDecimal.ONE);
    }
    return tokens || sorted.getFirst().by().equals(RESULTS);
  }
}
