package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

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
        .asTuple()
        .chain(both -> OffLoop.compute(() -> new PriceBook(both.getItem1(), both.getItem2())));
  }
}
