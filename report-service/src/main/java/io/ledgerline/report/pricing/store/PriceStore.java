package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.store.BookQuery;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reads prices out of the book. */
@ApplicationScoped
public class PriceStore {
  private final BookStore book;

  PriceStore(BookStore book) {
    this.book = book;
  }

  /** The instant up to which everything known is committed: the mark for a run's price book. */
  public Uni<Instant> mark(TenantId tenant) {
    return book.mark(tenant);
  }

  /** All prices and names of models of a tenant that were known at {@code knownAt}. */
  public Uni<PriceBook> book(TenantId tenant, Instant knownAt) {
    return Uni.combine()
        .all()
        .unis(
            book.register(tenant, PriceKind.PRICES, knownAt),
            book.register(tenant, ModelAliasKind.ALIASES, knownAt))
        .with((prices, aliases) -> new PriceBook(prices, aliases));
  }

  /**
   * A page of the book's rows, by model, meter and age, and one more.
   *
   * @param after where the page before ended; null for the first page
   */
  public Uni<List<Entry<PriceMatch, Tariff>>> list(
      TenantId tenant, BookQuery query, Cursor after, Limit limit) {
    return book.page(tenant, PriceKind.PRICES, query, after, limit);
  }

  /** Where a page that ends with {@code price} ends. */
  public Cursor cursor(Entry<PriceMatch, Tariff> price) {
    return book.cursor(PriceKind.PRICES, price);
  }
}
