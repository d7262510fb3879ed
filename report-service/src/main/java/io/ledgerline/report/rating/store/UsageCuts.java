package io.ledgerline.report.rating.store;

import io.ledgerline.platform.access.Sight;
import io.ledgerline.report.rating.Attribution;
import io.ledgerline.report.rating.UsageCut;
import jakarta.enterprise.context.ApplicationScoped;

/** What somebody sees, by the attribution as it is known now. Blocking: for virtual threads. */
@ApplicationScoped
public class UsageCuts {
  private final RatingBookStore books;

  UsageCuts(RatingBookStore books) {
    this.books = books;
  }

  /** Which usage a sight covers; attribution is read only where it decides. */
  public UsageCut of(Sight sight) {
    boolean byPayer = sight.isCut() && !sight.scope().costCentres().isEmpty();
    return new UsageCut(
        sight.scope(),
        byPayer
            ? books.at(sight.tenant(), books.mark(sight.tenant())).attribution()
            : Attribution.NONE);
  }
}
