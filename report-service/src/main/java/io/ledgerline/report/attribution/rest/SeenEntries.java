package io.ledgerline.report.attribution.rest;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.report.attribution.store.AttributionBooks;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.book.store.EntryCut;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Which entries of a book the caller sees, by the tree of cost centres as it stands now. */
@ApplicationScoped
public class SeenEntries {
  private final AttributionBooks attribution;
  private final BookStore books;
  private final CurrentCaller caller;
  private final Clock clock;

  SeenEntries(AttributionBooks attribution, BookStore books, CurrentCaller caller, Clock clock) {
    this.attribution = attribution;
    this.books = books;
    this.caller = caller;
    this.clock = clock;
  }

  /** Those of this shape; null for all. */
  public Uni<EntryCut> of(EntryCut.Shape shape) {
    AccessScope scope = caller.scope().orElse(null);
    if (scope == null) {
      return Uni.createFrom().nullItem();
    }
    TenantId tenant = caller.tenant();
    return books
        .mark(tenant)
        .chain(known -> attribution.tree(tenant, known, clock.instant()))
        .map(tree -> new EntryCut(scope, tree.subtrees(scope.costCentres()), shape));
  }
}
