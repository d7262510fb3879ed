package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the prices of one model changed. */
final class ModelHistory {
  private final String name;
  private final String provider;
  private final List<Change> changes = new ArrayList<>();
  private final SortedMap<String, Reason> account = new TreeMap<>();
  private final Map<PriceMatch, Running> running = new HashMap<>();
  private final List<Draft<PriceMatch, Tariff>> drafts = new ArrayList<>();

  ModelHistory(String name, String provider) {
    this.name = name;
    this.provider = provider;
  }

  String name() {
    return name;
  }

  /** Notes a change; a null price takes the field away. */
  void change(Instant at, String field, BigDecimal price) {
    changes.add(new Change(at, field, price));
  }

  /** The prices from change to change, sorted. */
  List<Draft<PriceMatch, Tariff>> drafts() {
    SortedMap<Instant, List<Change>> byQuarter = new TreeMap<>();
    changes.sort(Comparator.comparing(Change::at).thenComparing(Change::field));
    for (Change change : changes) {
      byQuarter.computeIfAbsent(quarterFrom(change.at()), k -> new ArrayList<>()).add(change);
    }
    SortedMap<String, BigDecimal> state = new TreeMap<>();
    byQuarter.forEach(
        (from, changed) -> {
          changed.forEach(change -> change.apply(state));
          step(from, EntryPrices.of(entry(state)));
        });
    running.forEach((match, last) -> end(match, last, null));
    drafts.sort(MatchOrder.BY_MODEL);
    return drafts;
  }

  /** What became of each field at last; after {@link #drafts()}. */
  EntryAccount account() {
    return new EntryAccount(name, account);
  }

  private MapEntry entry(SortedMap<String, BigDecimal> state) {
    return new MapEntry(
        name, provider, null, new TreeMap<>(state), new TreeMap<>(), List.of(), Set.of());
  }

  private void step(Instant from, EntryPrices entry) {
    account.putAll(entry.account().fields());
    Map<PriceMatch, Tariff> now = new HashMap<>();
    entry.prices().forEach(price -> now.put(price.match(), price.tariff()));
    for (PriceMatch match : List.copyOf(running.keySet())) {
      now.putIfAbsent(match, null);
    }
    now.forEach(
        (match, tariff) -> {
          Running before = running.get(match);
          if (before == null || !Objects.equals(before.tariff(), tariff)) {
            if (before != null) {
              end(match, before, from);
            }
            running.put(match, new Running(from, tariff));
          }
        });
  }

  private void end(PriceMatch match, Running price, Instant to) {
    drafts.add(new Draft<>(match, price.tariff(), new Validity(price.from(), to)));
  }

  private static Instant quarterFrom(Instant time) {
    Instant floor = QuarterHour.of(time).start();
    return floor.equals(time) ? floor : floor.plus(QuarterHour.LENGTH);
  }

  /** A price that applies from a time on; null says that there is none. */
  private record Running(Instant from, Tariff tariff) {}

  /** One row. */
  private record Change(Instant at, String field, BigDecimal price) {
    void apply(SortedMap<String, BigDecimal> state) {
      if (price == null) {
        state.remove(field);
      } else {
        state.put(field, price);
      }
    }
  }
}
