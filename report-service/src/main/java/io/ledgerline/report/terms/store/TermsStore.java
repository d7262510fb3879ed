package io.ledgerline.report.terms.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;
import io.ledgerline.report.terms.TermsBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Reads terms out of the book. */
@ApplicationScoped
public class TermsStore {
  private final BookStore books;

  TermsStore(BookStore books) {
    this.books = books;
  }

  /**
   * All terms of a tenant that were known at {@code knownAt}.
   *
   * @param aliases the tenant's own names for models, as known then: contract prices know them too
   */
  public Uni<TermsBook> book(
      TenantId tenant, Instant knownAt, Register<ModelAlias, AliasedModel> aliases) {
    return Uni.combine()
        .all()
        .unis(
            books.register(tenant, TermKind.DISCOUNTS, knownAt),
            books.register(tenant, ContractPriceKind.KIND, knownAt),
            books.register(tenant, TermKind.MARKUPS, knownAt))
        .with(
            (discounts, contracts, markups) ->
                new TermsBook(discounts, contracts, markups, aliases));
  }
}
