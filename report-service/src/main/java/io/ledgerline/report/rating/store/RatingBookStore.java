package io.ledgerline.report.rating.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.store.PriceStore;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** All that rating goes by, from PostgreSQL. Blocking: for virtual threads. */
@ApplicationScoped
public class RatingBookStore {
  private final PriceStore prices;

  RatingBookStore(PriceStore prices) {
    this.prices = prices;
  }

  /** The instant up to which everything known is committed; one mark serves all books. */
  public Instant mark(TenantId tenant) {
    return Awaiting.outcome(prices.mark(tenant));
  }

  /** The books as known at an instant. */
  public RatingBooks at(TenantId tenant, Instant knownAt) {
    PriceBook book = Awaiting.outcome(prices.book(tenant, knownAt));
    return RatingBooks.of(new BookPrices(book));
  }
}
