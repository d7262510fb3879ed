package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A price as the API shows it.
 *
 * @param id its identity
 * @param provider absent for any
 * @param model the model's id at the provider
 * @param meter what is counted
 * @param priceClass what the request must have
 * @param rate decimal text
 * @param per units that the rate buys
 * @param currency ISO 4217
 * @param validFrom inclusive
 * @param validTo exclusive; absent for open
 * @param knownSince when the system learnt it
 * @param source where it was read
 * @param enteredBy who brought it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceView(
    UUID id,
    String provider,
    String model,
    String meter,
    Map<String, String> priceClass,
    String rate,
    BigDecimal per,
    String currency,
    Instant validFrom,
    Instant validTo,
    Instant knownSince,
    String source,
    String enteredBy) {
  static PriceView of(Entry<PriceMatch, Tariff> price) {
    Tariff tariff = price.value();
    return new PriceView(
        price.id(),
        price.key().provider(),
        price.key().model().text(),
        price.key().meter().value(),
        price.key().priceClass().values(),
        tariff == null ? null : RateText.of(tariff.rate()),
        tariff == null ? null : tariff.unit().per(),
        tariff == null ? null : tariff.currency().getCurrencyCode(),
        price.validity().from(),
        price.validity().to(),
        price.knownSince(),
        price.by().source(),
        price.by().enteredBy());
  }
}
