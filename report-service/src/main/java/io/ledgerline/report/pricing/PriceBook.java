package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The prices of one tenant as they were known at one instant. Immutable and safe for any thread; a
 * look-up touches only the prices of its model and meter, however large the book.
 */
public final class PriceBook {
  private final Register<PriceMatch, Tariff> register;
  private final Map<ModelMeter, List<PriceMatch>> matches = new HashMap<>();
  private final Set<String> models = new HashSet<>();

  /** Builds the index. */
  public PriceBook(Register<PriceMatch, Tariff> register) {
    this.register = register;
    for (PriceMatch match : register.keys()) {
      if (match.model().text() != null) {
        models.add(match.model().text());
        matches
            .computeIfAbsent(
                new ModelMeter(match.model().text(), match.meter()), k -> new ArrayList<>(1))
            .add(match);
      }
    }
    Comparator<PriceMatch> bySpecificity = Comparator.comparingInt(match -> -match.named());
    matches.values().forEach(list -> list.sort(bySpecificity.thenComparing(PriceMatch::toString)));
  }

  /** The instant whose knowledge this is. */
  public Instant knownAt() {
    return register.knownAt();
  }

  /** The entries themselves. */
  public Register<PriceMatch, Tariff> register() {
    return register;
  }

  /**
   * What the book says of usage at {@code time}: the most specific match that has a price then; of
   * equal matches the one learnt last.
   */
  public Finding find(PriceQuestion asked, Instant time) {
    if (asked.model() == null) {
      return Finding.none(UnratedReason.NO_MODEL);
    }
    Optional<ModelRule.Match> model = ModelRule.resolve(asked.model(), models::contains);
    if (model.isEmpty()) {
      return Finding.none(UnratedReason.UNKNOWN_MODEL);
    }
    ModelMeter key = new ModelMeter(model.get().model(), asked.meter());
    for (PriceMatch match : matches.getOrDefault(key, List.of())) {
      if (match.acceptsCircumstances(asked)
          && (match.provider() == null || match.provider().equals(asked.provider()))) {
        Optional<Entry<PriceMatch, Tariff>> price = register.at(match, time);
        if (price.isPresent()) {
          return Finding.of(price.get(), model.get().rule());
        }
      }
    }
    return Finding.none(UnratedReason.NO_PRICE);
  }

  private record ModelMeter(String model, MeterName meter) {}
}
