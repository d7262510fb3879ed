package io.ledgerline.report.allocation.rest;

import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.currency.Currencies;

/**
 * A provider's month as a body names it.
 *
 * @param provider as any source spells it
 * @param month such as {@code 2026-03}, UTC
 * @param currency ISO 4217
 */
public record ProviderMatch(String provider, String month, String currency) {
  ProviderMonth key() {
    return ProviderMonth.of(provider, month, Currencies.of("currency", currency));
  }

  static ProviderMatch of(ProviderMonth key) {
    return new ProviderMatch(
        key.provider(), key.month().toString(), key.currency().getCurrencyCode());
  }
}
