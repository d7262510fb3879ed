package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.util.Comparator;

/** The order of drafts: by what they say, never by where it stood. */
final class MatchOrder {
  static final Comparator<Draft<PriceMatch, Tariff>> BY_MODEL =
      Comparator.<Draft<PriceMatch, Tariff>, String>comparing(draft -> draft.key().model().text())
          .thenComparing(draft -> draft.key().meter())
          .thenComparing(draft -> draft.key().provider())
          .thenComparing(draft -> draft.key().priceClass().toString())
          .thenComparing(draft -> String.valueOf(draft.key().region()))
          .thenComparing(draft -> draft.validity().from());

  private MatchOrder() {}
}
