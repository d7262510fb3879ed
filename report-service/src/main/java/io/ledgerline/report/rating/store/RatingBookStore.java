package io.ledgerline.report.rating.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.attribution.AttributionBook;
import io.ledgerline.report.attribution.store.AttributionBooks;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.currency.ExchangeRates;
import io.ledgerline.report.currency.store.ExchangeRateKind;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.store.PriceStore;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.terms.TermsBook;
import io.ledgerline.report.terms.store.TermsStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** All that rating goes by, from PostgreSQL. Blocking: for virtual threads. */
@ApplicationScoped
public class RatingBookStore {
  private final BookStore books;
  private final PriceStore prices;
  private final TermsStore terms;
  private final AttributionBooks attribution;
  private final BookMemory memory;

  RatingBookStore(
      BookStore books,
      PriceStore prices,
      TermsStore terms,
      AttributionBooks attribution,
      BookMemory memory) {
    this.books = books;
    this.prices = prices;
    this.terms = terms;
    this.attribution = attribution;
    this.memory = memory;
  }

  /** The instant up to which everything known is committed; one mark serves all books. */
  public Instant mark(TenantId tenant) {
    return Awaiting.outcome(books.mark(tenant));
  }

  /** The books as known at an instant that {@link #mark} gave, or an earlier one. */
  public RatingBooks at(TenantId tenant, Instant knownAt) {
    return memory.of(tenant, knownAt, () -> read(tenant, knownAt));
  }

  private RatingBooks read(TenantId tenant, Instant knownAt) {
    PriceBook book = Awaiting.outcome(prices.book(tenant, knownAt));
    AttributionBook payers = Awaiting.outcome(attribution.book(tenant, knownAt));
    ExchangeRates rates =
        new ExchangeRates(Awaiting.outcome(books.register(tenant, ExchangeRateKind.KIND, knownAt)));
    TermsBook agreed = Awaiting.outcome(terms.book(tenant, knownAt, book.aliases()));
    return new RatingBooks(new BookPrices(book), agreed, rates, payers);
  }
}
