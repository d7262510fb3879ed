package io.ledgerline.report.terms;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelAlias;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import io.ledgerline.report.rating.Payer;
import io.ledgerline.report.rating.PricedBy;
import io.ledgerline.report.rating.TermsLookup;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was agreed besides list prices, as known at one instant: for usage the most specific
 * contract price, else the most specific discount, and the most specific markup. Immutable and safe
 * for any thread.
 */
public final class TermsBook implements TermsLookup {
  private final TermIndex<DiscountPercent> discounts;
  private final ContractBook contracts;
  private final TermIndex<MarkupFactor> markups;
  private final Map<UUID, PricedBy> prices = new HashMap<>();
  private final Map<MeterName, Collection<Accumulation>> accumulating = new HashMap<>();
  private final Set<Instant> changes = new HashSet<>();

  /** Builds the indexes. */
  public TermsBook(
      Register<TermMatch, DiscountPercent> discounts,
      Register<ContractMatch, Tariff> contracts,
      Register<TermMatch, MarkupFactor> markups,
      Register<ModelAlias, AliasedModel> aliases) {
    this.discounts = new TermIndex<>(discounts);
    this.contracts = new ContractBook(contracts, aliases);
    this.markups = new TermIndex<>(markups);
    contracts.entries().filter(entry -> !entry.isWithdrawal()).forEach(this::noteContract);
    note(discounts);
    note(contracts);
    note(markups);
    note(aliases);
  }

  @Override
  public Terms find(Dimensions dimensions, MeterName meter, Payer payer, Instant time) {
    PricedBy contract = contracts.find(dimensions, meter, payer.costCentre(), time);
    TermIndex.Question asked =
        TermIndex.Question.of(
            dimensions.sourceAccount(),
            payer.costCentre(),
            dimensions.operation(),
            Provider.family(dimensions.provider()),
            dimensions.model(),
            meter);
    Discount discount =
        contract != null
            ? null
            : discounts
                .find(asked, time)
                .map(entry -> new Discount(entry.id(), entry.value().percent()))
                .orElse(null);
    Markup markup =
        markups
            .find(asked, time)
            .map(entry -> new Markup(entry.id(), entry.value().factor()))
            .orElse(null);
    return contract == null && discount == null && markup == null
        ? Terms.NONE
        : new Terms(contract, discount, markup);
  }

  @Override
  public Optional<PricedBy> price(UUID id) {
    return Optional.ofNullable(prices.get(id));
  }

  @Override
  public Map<MeterName, Collection<Accumulation>> accumulating() {
    return Collections.unmodifiableMap(accumulating);
  }

  @Override
  public Collection<Instant> changes() {
    return Collections.unmodifiableSet(changes);
  }

  private void noteContract(Entry<ContractMatch, Tariff> entry) {
    prices.put(entry.id(), PricedBy.of(entry));
    Accumulation over =
        switch (entry.value().rate()) {
          case GraduatedRate graduated -> graduated.over();
          case VolumeRate volume -> volume.over();
          case FlatRate flat -> null;
          case PackageRate blocks -> blocks.over();
          case RequestSizeRate bySize -> null;
        };
    if (over != null) {
      accumulating.computeIfAbsent(entry.key().match().meter(), meter -> new HashSet<>()).add(over);
    }
  }

  private <K, V> void note(Register<K, V> register) {
    register.entries().flatMap(entry -> entry.validity().edges()).forEach(changes::add);
  }
}
