package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Finding;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceQuestion;
import io.ledgerline.report.pricing.Tariff;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The list prices of a {@link PriceBook}. Immutable and safe for any thread. */
public final class BookPrices implements PriceLookup {
  private final PriceBook book;
  private final Set<Instant> changes = new HashSet<>();
  private final Map<MeterName, Collection<Accumulation>> accumulating = new HashMap<>();
  private final Map<UUID, Entry<PriceMatch, Tariff>> addingUp = new HashMap<>();

  /** Reads through the book once. */
  public BookPrices(PriceBook book) {
    this.book = book;
    book.register().entries().forEach(this::note);
    book.aliases().entries().forEach(alias -> note(alias.validity()));
  }

  private void note(Validity validity) {
    changes.add(validity.from());
    if (validity.to() != null) {
      changes.add(validity.to());
    }
  }

  @Override
  public Finding find(Dimensions dimensions, MeterName meter, Instant time) {
    return book.find(
        new PriceQuestion(
            dimensions.provider(),
            dimensions.model(),
            dimensions.region(),
            dimensions.operation(),
            meter,
            dimensions.priceClass()),
        time);
  }

  @Override
  public Optional<PricedBy> price(UUID id) {
    return Optional.ofNullable(addingUp.get(id)).map(PricedBy::of);
  }

  @Override
  public Collection<Instant> changes() {
    return changes;
  }

  @Override
  public Map<MeterName, Collection<Accumulation>> accumulating() {
    return accumulating;
  }

  private void note(Entry<PriceMatch, Tariff> entry) {
    note(entry.validity());
    Accumulation over = entry.isWithdrawal() ? null : RunningSum.over(entry.value().rate());
    if (over != null) {
      accumulating.computeIfAbsent(entry.key().meter(), meter -> new HashSet<>()).add(over);
      addingUp.put(entry.id(), entry);
    }
  }
}
