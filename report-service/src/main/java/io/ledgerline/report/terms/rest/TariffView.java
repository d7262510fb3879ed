package io.ledgerline.report.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.Tariff;

/**
 * How much, as the API shows it.
 *
 * @param price for each unit, decimal text; absent when the rate has bands or blocks
 * @param rate the rate when it is no price for each unit
 * @param per how many units the price buys, decimal text
 * @param unit such as {@code token}
 * @param currency ISO 4217
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TariffView(String price, Rate rate, String per, String unit, String currency) {
  static TariffView of(Tariff tariff) {
    boolean flat = tariff.rate() instanceof FlatRate;
    return new TariffView(
        flat ? ((FlatRate) tariff.rate()).price().toPlainString() : null,
        flat ? null : tariff.rate(),
        tariff.unit().per().toPlainString(),
        tariff.unit().unit(),
        tariff.currency().getCurrencyCode());
  }
}
