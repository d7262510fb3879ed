package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prices of one tenant as they were known at one instant. Immutable and safe for any thread; a
 * look-up touches only the prices of its model and meter, however large the book.
 *
 * <p>Of the prices that accept usage and count at its time, the most specific is used: one for just
 * the name that the source said; then one for the model, under the closest of its names; then one
 * for a pattern, with the most literal characters; then one for any model. Of these the one that
 * names most of provider, region, operation and price class.
 */
public final class PriceBook {
  private static final int MOST_KEPT = 10_000;

  private final Register<PriceMatch, Tariff> register;
  private final Register<ModelAlias, AliasedModel> aliases;
  private final PriceIndex index;
  private final Map<PriceQuestion, PriceCandidates> answered = new ConcurrentHashMap<>();

  /** Builds the index of a book whose tenant has no names of its own for models. */
  public PriceBook(Register<PriceMatch, Tariff> register) {
    this(register, new Register<>(register.knownAt(), List.of()));
  }

  /** Builds the index. */
  public PriceBook(
      Register<PriceMatch, Tariff> register, Register<ModelAlias, AliasedModel> aliases) {
    this.register = register;
    this.aliases = aliases;
    this.index = new PriceIndex(register);
  }

  /** The instant whose knowledge this is. */
  public Instant knownAt() {
    return register.knownAt();
  }

  /** The entries themselves. */
  public Register<PriceMatch, Tariff> register() {
    return register;
  }

  /** The tenant's own names for models. */
  public Register<ModelAlias, AliasedModel> aliases() {
    return aliases;
  }

  /** What the book says of usage at {@code time}. */
  public Finding find(PriceQuestion asked, Instant time) {
    PriceCandidates known = answered.get(asked);
    if (known == null) {
      known = candidates(asked).withoutNames();
      if (answered.size() < MOST_KEPT) {
        answered.put(asked, known);
      }
    }
    return known.at(time);
  }

  /** What the book may say of such usage, whenever it happens. */
  public PriceCandidates candidates(PriceQuestion asked) {
    return asked.model() == null || asked.model().isBlank()
        ? withoutModel(asked)
        : new Search(asked).candidates();
  }

  private PriceCandidates withoutModel(PriceQuestion asked) {
    String provider = Provider.family(asked.provider());
    List<PriceOption> options = new ArrayList<>();
    for (PriceSlot slot : index.any(asked.meter())) {
      if (accepts(slot.match(), provider)
          && slot.match().acceptsCircumstances(asked.region(), asked)) {
        options.add(new PriceOption(slot, null, ModelRule.ANY, provider != null, 0));
      }
    }
    return new PriceCandidates(options, List.of(), UnratedReason.NO_MODEL, aliases);
  }

  private static boolean accepts(PriceMatch match, String provider) {
    return match.provider() == null || provider == null || match.provider().equals(provider);
  }

  private final class Search {
    private final PriceQuestion asked;
    private final ModelNames names;
    private final List<PriceOption> options = new ArrayList<>();
    private int tier;

    Search(PriceQuestion asked) {
      this.asked = asked;
      this.names = ModelNames.of(asked, aliases);
    }

    PriceCandidates candidates() {
      boolean known = false;
      take(index.exact(asked.model(), asked.meter()), null, ModelRule.EXACT);
      for (ModelNames.Name name : names.all()) {
        known = known || index.speaksOf(name.text());
        take(index.alias(name.text(), asked.meter()), name, name.rule());
      }
      patterns();
      take(index.any(asked.meter()), null, ModelRule.ANY);
      return new PriceCandidates(
          options,
          names.tried(),
          known ? UnratedReason.NO_PRICE : UnratedReason.UNKNOWN_MODEL,
          aliases);
    }

    private void patterns() {
      List<Fit> fits = new ArrayList<>();
      List<ModelNames.Name> all = names.all();
      for (int i = 0; i < all.size(); i++) {
        int closeness = i;
        ModelNames.Name name = all.get(i);
        index.fitting(
            name.text(), asked.meter(), slots -> fits.add(new Fit(slots, name, closeness)));
      }
      // What is the customer's own has no price because of what else its name contains.
      fits.removeIf(fit -> names.isCustomersOwn() && fit.selector().text().charAt(0) == '*');
      fits.sort(Fit.MORE_LITERALS_FIRST);
      fits.forEach(fit -> take(fit.slots(), fit.name(), ModelRule.PATTERN));
    }

    private void take(List<PriceSlot> slots, ModelNames.Name name, ModelRule rule) {
      tier++;
      String provider = name == null ? names.provider() : name.provider();
      for (PriceSlot slot : slots) {
        if (accepts(slot.match(), provider)
            && slot.match().acceptsCircumstances(names.region(), asked)) {
          options.add(new PriceOption(slot, name, rule, provider != null, tier));
        }
      }
    }
  }

  private record Fit(List<PriceSlot> slots, ModelNames.Name name, int closeness) {
    static final Comparator<Fit> MORE_LITERALS_FIRST =
        Comparator.<Fit>comparingInt(fit -> -fit.selector().literals())
            .thenComparingInt(Fit::closeness)
            .thenComparing(fit -> fit.selector().text());

    ModelSelector selector() {
      return slots.getFirst().match().model();
    }
  }
}
