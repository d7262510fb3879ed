package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where to find the prices for a name and a meter; built once, then only read. */
final class PriceIndex {
  private final Map<NameMeter, List<PriceSlot>> byName = new HashMap<>();
  private final Map<MeterName, PatternIndex<List<PriceSlot>>> patterns = new HashMap<>();
  private final Map<MeterName, List<PriceSlot>> forAny = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> exactNames = new HashSet<>();

  PriceIndex(Register<PriceMatch, Tariff> register) {
    for (PriceMatch match : register.keys()) {
      add(new PriceSlot(match, register));
    }
    byName.values().forEach(slots -> slots.sort(PriceSlot.MORE_NAMED_FIRST));
    forAny.values().forEach(slots -> slots.sort(PriceSlot.MORE_NAMED_FIRST));
    patterns
        .values()
        .forEach(index -> index.all().forEach(slots -> slots.sort(PriceSlot.MORE_NAMED_FIRST)));
  }

  private void add(PriceSlot slot) {
    ModelSelector model = slot.match().model();
    MeterName meter = slot.match().meter();
    switch (model.kind()) {
      case EXACT, ALIAS -> {
        (model.kind() == ModelSelector.Kind.EXACT ? exactNames : names).add(model.text());
        byName
            .computeIfAbsent(
                new NameMeter(model.kind(), model.text(), meter), k -> new ArrayList<>(1))
            .add(slot);
      }
      case PATTERN -> {
        PatternIndex<List<PriceSlot>> index =
            patterns.computeIfAbsent(meter, m -> new PatternIndex<>());
        List<PriceSlot> slots = index.get(model.text());
        if (slots == null) {
          slots = new ArrayList<>(1);
          index.put(model.text(), slots);
        }
        slots.add(slot);
      }
      default -> forAny.computeIfAbsent(meter, m -> new ArrayList<>(1)).add(slot);
    }
  }

  /** Prices for just this name. */
  List<PriceSlot> exact(String name, MeterName meter) {
    return byName.getOrDefault(new NameMeter(ModelSelector.Kind.EXACT, name, meter), List.of());
  }

  /** Prices for the model that has this name among others. */
  List<PriceSlot> alias(String name, MeterName meter) {
    return byName.getOrDefault(new NameMeter(ModelSelector.Kind.ALIAS, name, meter), List.of());
  }

  /** Tells of the prices of every pattern that the name fits. */
  void fitting(String name, MeterName meter, Consumer<List<PriceSlot>> found) {
    PatternIndex<List<PriceSlot>> index = patterns.get(meter);
    if (index != null) {
      index.fitting(name, found);
    }
  }

  /** Prices for any model. */
  List<PriceSlot> any(MeterName meter) {
    return forAny.getOrDefault(meter, List.of());
  }

  /** Whether a price of any meter names this model as one of its names. */
  boolean names(String name) {
    return names.contains(name);
  }

  /** Whether a price of any meter is for this name, exactly or by a pattern. */
  boolean speaksOf(String name) {
    if (names.contains(name) || exactNames.contains(name)) {
      return true;
    }
    List<Object> fits = new ArrayList<>();
    patterns.values().forEach(index -> index.fitting(name, fits::add));
    return !fits.isEmpty();
  }

  private record NameMeter(ModelSelector.Kind kind, String name, MeterName meter) {}
}
