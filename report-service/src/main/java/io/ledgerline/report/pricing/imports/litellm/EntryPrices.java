package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.rollup.ContextLadder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The prices of one entry. Each of its cost fields is either in prices or left out with a reason,
 * as a whole.
 */
final class EntryPrices {
  private final MapEntry entry;
  private final ModelKey key;
  private final List<FieldPrice> prices = new ArrayList<>();
  private final SortedMap<String, Reason> left = new TreeMap<>();

  private EntryPrices(MapEntry entry) {
    this.entry = entry;
    this.key = ModelKey.of(entry.key());
  }

  /**
   * A price and where it stands.
   *
   * @param match which usage
   * @param tariff how much
   * @param fields what it was read from
   */
  record FieldPrice(PriceMatch match, Tariff tariff, Set<String> fields) {}

  static EntryPrices of(MapEntry entry) {
    EntryPrices read = new EntryPrices(entry);
    Reason whole = read.wholly();
    if (whole == null) {
      read.readFields();
    } else {
      read.fields().forEach(field -> read.left.put(field, whole));
    }
    return read;
  }

  /** What became of each of its fields. */
  EntryAccount account() {
    SortedMap<String, Reason> fields = new TreeMap<>();
    fields().forEach(field -> fields.put(field, left.get(field)));
    return new EntryAccount(entry.key(), fields);
  }

  private SortedSet<String> fields() {
    SortedSet<String> fields = new TreeSet<>(entry.prices().keySet());
    fields.addAll(entry.others());
    if (!entry.searches().isEmpty()) {
      fields.add(CostField.SEARCHES);
    }
    if (!entry.tiers().isEmpty()) {
      fields.add(CostField.TIERS);
    }
    return fields;
  }

  /** What it states, by match. */
  List<FieldPrice> prices() {
    return prices;
  }

  /** Leaves out the prices of which {@code isRefused} is true, and all else their fields state. */
  void refuse(Predicate<PriceMatch> isRefused, Reason reason) {
    prices.stream()
        .filter(price -> isRefused.test(price.match()))
        .forEach(price -> price.fields().forEach(field -> left.putIfAbsent(field, reason)));
    settle();
  }

  private Reason wholly() {
    if (entry.key().equals(MapEntry.SAMPLE)) {
      return Reason.SAMPLE_ENTRY;
    }
    if (entry.provider() == null) {
      return Reason.NO_PROVIDER;
    }
    return key.isReserved() ? Reason.PROVISIONED_THROUGHPUT : null;
  }

  private void readFields() {
    List<Stated> stated = new ArrayList<>();
    entry.others().forEach(field -> left.put(field, Reason.UNKNOWN_FIELD));
    entry.prices().forEach((name, price) -> readField(CostField.of(name), price, stated));
    entry
        .searches()
        .forEach(
            (size, price) ->
                stated.add(
                    new Stated(
                        CostField.SEARCHES,
                        Meaning.searches(),
                        PriceClass.of(Map.of("search_context_size", size)),
                        BigDecimal.ZERO,
                        price)));
    if (!entry.tiers().isEmpty()) {
      Reason fault = Tiers.read(entry, stated);
      if (fault != null) {
        left.put(CostField.TIERS, fault);
      }
    }
    stated.stream().collect(Collectors.groupingBy(Stated::slot)).values().forEach(this::readSlot);
    settle();
  }

  private void readField(CostField field, BigDecimal price, List<Stated> stated) {
    switch (Meaning.of(field, entry)) {
      case Meaning.Use use ->
          stated.add(new Stated(field.name(), use, field.priceClass(), field.above(), price));
      case Meaning.Left out -> left.put(field.name(), out.reason());
    }
  }

  private void readSlot(List<Stated> all) {
    List<Stated> bands = new ArrayList<>();
    for (Stated one : all.stream().sorted(Stated.ORDER).toList()) {
      Stated before = bands.isEmpty() ? null : bands.getLast();
      if (before == null || before.above().compareTo(one.above()) != 0) {
        bands.add(one);
      } else if (before.price().compareTo(one.price()) == 0) {
        left.put(one.field(), Reason.STATED_TWICE);
      } else {
        leave(all, Reason.CONTRADICTION);
        return;
      }
    }
    if (bands.getFirst().above().signum() > 0) {
      leave(bands, Reason.NO_PRICE_BELOW_THRESHOLD);
    } else if (bands.stream().skip(1).anyMatch(band -> !ContextLadder.V1.isStep(band.above()))) {
      leave(bands, Reason.UNKNOWN_CONTEXT_BAND);
    } else {
      prices.add(price(bands));
    }
  }

  private FieldPrice price(List<Stated> bands) {
    Stated first = bands.getFirst();
    Meaning.Use use = first.use();
    return new FieldPrice(
        new PriceMatch(
            entry.provider(),
            ModelSelector.alias(key.model()),
            key.region(),
            null,
            use.meter(),
            with(first.priceClass())),
        new Tariff(rate(bands), new PriceUnit(use.per(), use.unit()), Money.usd()),
        bands.stream().map(Stated::field).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Rate rate(List<Stated> stated) {
    if (stated.size() == 1) {
      return new FlatRate(stated.getFirst().price());
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < stated.size(); i++) {
      BigDecimal to = i + 1 < stated.size() ? stated.get(i + 1).above() : null;
      bands.add(new Band(stated.get(i).above(), to, stated.get(i).price()));
    }
    return new RequestSizeRate(new Bands(bands));
  }

  private PriceClass with(PriceClass ofField) {
    SortedMap<String, String> all = new TreeMap<>(key.priceClass().values());
    ofField
        .values()
        .forEach(
            (name, value) -> {
              if (all.put(name, value) != null) {
                throw new InvalidValueException(
                    "priceClass", "invalid-price-class", "Both key and field say '" + name + "'.");
              }
            });
    return PriceClass.of(all);
  }

  private void leave(List<Stated> stated, Reason reason) {
    stated.forEach(one -> left.putIfAbsent(one.field(), reason));
  }

  /** A field is left out as a whole: prices that rest on one fall, and take their fields along. */
  private void settle() {
    boolean isSettled = false;
    while (!isSettled) {
      isSettled = true;
      for (FieldPrice price : List.copyOf(prices)) {
        Reason reason =
            price.fields().stream().map(left::get).filter(r -> r != null).findFirst().orElse(null);
        if (reason != null && reason != Reason.STATED_TWICE) {
          prices.remove(price);
          price.fields().forEach(field -> left.putIfAbsent(field, reason));
          isSettled = false;
        }
      }
    }
  }
}
