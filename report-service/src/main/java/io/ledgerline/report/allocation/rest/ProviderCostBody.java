package io.ledgerline.report.allocation.rest;

import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.currency.Currencies;
import java.math.BigDecimal;

/**
 * What a provider charged, to be laid down.
 *
 * @param provider as any source spells it
 * @param month of use, such as {@code 2026-03}, UTC
 * @param currency of the invoice, ISO 4217
 * @param total without markup; below 0 for a credit; a number or decimal text
 * @param invoice its number, for people
 * @param source where it was read, for people
 */
public record ProviderCostBody(
    String provider,
    String month,
    String currency,
    BigDecimal total,
    String invoice,
    String source) {
  Draft<ProviderMonth, ProviderCost> draft() {
    ProviderMonth key = ProviderMonth.of(provider, month, Currencies.of("currency", currency));
    return new Draft<>(key, new ProviderCost(total, invoice), key.validity());
  }
}
