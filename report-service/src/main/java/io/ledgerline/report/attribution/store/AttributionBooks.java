package io.ledgerline.report.attribution.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.attribution.AttributionBook;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreTree;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Reads who pays, as known at an instant that {@link BookStore#mark} gave. */
@ApplicationScoped
public class AttributionBooks {
  private final BookStore books;

  AttributionBooks(BookStore books) {
    this.books = books;
  }

  /** Cost centres and rules. */
  public Uni<AttributionBook> book(TenantId tenant, Instant knownAt) {
    return centres(tenant, knownAt)
        .chain(
            centres ->
                books
                    .register(tenant, AttributionRuleKind.READING, knownAt)
                    .chain(rules -> OffLoop.compute(() -> new AttributionBook(centres, rules))));
  }

  /** Cost centres alone. */
  public Uni<Register<CostCentreCode, CostCentre>> centres(TenantId tenant, Instant knownAt) {
    return books.register(tenant, CostCentreKind.INSTANCE, knownAt);
  }

  /** The cost centres that exist at {@code time}, in their tree. */
  public Uni<CostCentreTree> tree(TenantId tenant, Instant knownAt, Instant time) {
    return centres(tenant, knownAt)
        .chain(centres -> OffLoop.compute(() -> new CostCentreTree(centres, time)));
  }
}
