package io.ledgerline.report.rating.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.store.AttributionBooks;
import io.ledgerline.report.attribution.store.CostCentreKind;
import io.ledgerline.report.book.Changes;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.book.store.RefusedDraftsException;
import io.ledgerline.report.currency.ExchangeRates;
import io.ledgerline.report.currency.store.ExchangeRateKind;
import io.ledgerline.report.gauge.store.WeightingStore;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.meter.store.MeterStore;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.store.ModelAliasKind;
import io.ledgerline.report.pricing.store.PriceKind;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.GaugeBook;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.terms.TermsBook;
import io.ledgerline.report.terms.store.ContractPriceKind;
import io.ledgerline.report.terms.store.TermKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** All that rating goes by, from PostgreSQL. Blocking: for virtual threads. */
@ApplicationScoped
public class RatingBookStore {
  private final BookStore books;
  private final AttributionBooks attribution;
  private final MeterStore meters;
  private final BookMemory memory;
  private final WeightingStore weightings;

  RatingBookStore(
      BookStore books,
      AttributionBooks attribution,
      MeterStore meters,
      BookMemory memory,
      WeightingStore weightings) {
    this.books = books;
    this.attribution = attribution;
    this.meters = meters;
    this.memory = memory;
    this.weightings = weightings;
  }

  /** The instant up to which everything known is committed; one mark serves all books. */
  public Instant mark(TenantId tenant) {
    return Awaiting.outcome(books.mark(tenant));
  }

  /** The books as known at an instant that {@link #mark} gave, or an earlier one. */
  public RatingBooks at(TenantId tenant, Instant knownAt) {
    return memory.of(tenant, knownAt, () -> at(tenant, knownAt, WhatIf.NOTHING));
  }

  /**
   * The books as they would be, had they also learnt some entries. Nothing is laid down.
   *
   * @throws RefusedDraftsException when the book would not take them
   */
  public RatingBooks at(TenantId tenant, Instant knownAt, WhatIf whatIf) {
    MeterCatalogue catalogue = Awaiting.outcome(meters.catalogue(tenant));
    Register<CostCentreCode, CostCentre> centres =
        Awaiting.outcome(books.register(tenant, CostCentreKind.INSTANCE, knownAt));
    PriceBook prices =
        new PriceBook(
            supposing(tenant, PriceKind.of(catalogue), knownAt, whatIf.prices()),
            supposing(tenant, ModelAliasKind.ALIASES, knownAt, List.of()));
    return new RatingBooks(
        new BookPrices(prices),
        new TermsBook(
            supposing(
                tenant,
                TermKind.DISCOUNTS.knowing(catalogue, centres),
                knownAt,
                whatIf.discounts()),
            supposing(
                tenant,
                ContractPriceKind.of(catalogue).knowing(centres),
                knownAt,
                whatIf.contractPrices()),
            supposing(
                tenant, TermKind.MARKUPS.knowing(catalogue, centres), knownAt, whatIf.markups()),
            prices.aliases()),
        new ExchangeRates(
            supposing(tenant, ExchangeRateKind.KIND, knownAt, whatIf.exchangeRates())),
        Awaiting.outcome(attribution.book(tenant, knownAt)),
        GaugeBook.of(catalogue, Awaiting.outcome(weightings.of(tenant, knownAt))));
  }

  private <K, V> Register<K, V> supposing(
      TenantId tenant, BookKind<K, V> kind, Instant knownAt, List<Draft<K, V>> drafts) {
    Register<K, V> known = Awaiting.outcome(books.register(tenant, kind, knownAt));
    if (drafts.isEmpty()) {
      return known;
    }
    List<DraftFault> twice = Changes.contradictions(drafts);
    List<DraftFault> faults = twice.isEmpty() ? kind.check(known, drafts) : twice;
    if (!faults.isEmpty()) {
      throw new RefusedDraftsException(faults);
    }
    return known.supposing(drafts);
  }
}
