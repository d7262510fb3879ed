package io.ledgerline.report.pricing.imports.table;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.util.Objects;

/**
 * A price of a table, and whose it is.
 *
 * @param sourceAccount of a contract; null for any
 * @param costCentre of a contract; null for any; a price without both is the list's
 * @param price for which usage, how much and when
 */
public record PricedParty(
    String sourceAccount, String costCentre, Draft<PriceMatch, Tariff> price) {
  /** Checks that there is a price. */
  public PricedParty {
    Objects.requireNonNull(price, "price");
  }

  /** A price of the list. */
  static PricedParty ofList(Draft<PriceMatch, Tariff> price) {
    return new PricedParty(null, null, price);
  }
}
