package io.ledgerline.report.pricing;

import java.util.Currency;
import java.util.Objects;

/**
 * How much: what a price lays down for the usage it matches.
 *
 * @param rate how quantities become amounts
 * @param unit what the rate is for
 * @param currency ISO 4217
 */
public record Tariff(Rate rate, PriceUnit unit, Currency currency) {
  /** Checks that all is there. */
  public Tariff {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(currency, "currency");
  }
}
