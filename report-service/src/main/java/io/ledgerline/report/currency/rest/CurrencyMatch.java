package io.ledgerline.report.currency.rest;

import io.ledgerline.report.currency.CurrencyPair;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A pair of currencies as a body names it.
 *
 * @param from ISO 4217
 * @param to ISO 4217
 */
@RegisterForReflection
public record CurrencyMatch(String from, String to) {
  CurrencyPair pair() {
    return CurrencyPair.of(from, to);
  }
}
