package io.ledgerline.report.rating.store;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.currency.CurrencyPair;
import io.ledgerline.report.currency.ExchangeRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractMatch;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;
import java.util.List;

/**
 * Entries that nobody has laid down, to see what they would change.
 *
 * @param prices prices of the list
 * @param discounts off the list
 * @param contractPrices paid instead of the list
 * @param markups on what is paid
 * @param exchangeRates currency rates
 */
public record WhatIf(
    List<Draft<PriceMatch, Tariff>> prices,
    List<Draft<TermMatch, DiscountPercent>> discounts,
    List<Draft<ContractMatch, Tariff>> contractPrices,
    List<Draft<TermMatch, MarkupFactor>> markups,
    List<Draft<CurrencyPair, ExchangeRate>> exchangeRates) {
  /** Nothing else than what is known. */
  public static final WhatIf NOTHING =
      new WhatIf(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Copies. */
  public WhatIf {
    prices = List.copyOf(prices);
    discounts = List.copyOf(discounts);
    contractPrices = List.copyOf(contractPrices);
    markups = List.copyOf(markups);
    exchangeRates = List.copyOf(exchangeRates);
  }
}
