package io.ledgerline.report.pricing.rest;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A price to be laid down; amounts are numbers or decimal texts.
 *
 * @param provider absent for any
 * @param model a name, or a pattern with {@code *}; absent for any model
 * @param modelKind {@code exact}, {@code alias}, {@code pattern} or {@code any}; absent for what
 *     the model looks like
 * @param region absent for any
 * @param operation absent for any
 * @param meter what is counted
 * @param priceClass what the request must have
 * @param rateType {@code flat}, {@code package}, {@code graduated}, {@code volume} or {@code
 *     request-size}; absent for flat
 * @param rate price of {@code per} units, or of a package
 * @param size units in a package
 * @param bands of graduated, volume and request-size rates
 * @param over what package, graduated and volume rates add up over
 * @param per units that the rate buys; absent for 1
 * @param unit their name, such as {@code token}
 * @param currency ISO 4217
 * @param validFrom inclusive, a UTC quarter hour; absent for always
 * @param validTo exclusive, a UTC quarter hour; absent for open
 * @param source where it was read, for people
 */
public record PriceBody(
    String provider,
    String model,
    String modelKind,
    String region,
    String operation,
    String meter,
    Map<String, String> priceClass,
    String rateType,
    BigDecimal rate,
    BigDecimal size,
    List<BandBody> bands,
    AccumulationBody over,
    BigDecimal per,
    String unit,
    String currency,
    Instant validFrom,
    Instant validTo,
    String source) {
  /** What it says, checked. */
  public Draft<PriceMatch, Tariff> draft() {
    return new Draft<>(
        new MatchBody(provider, model, modelKind, region, operation, meter, priceClass).match(),
        new TariffBody(rateType, rate, size, bands, over, per, unit, currency).tariff(),
        Validities.of(validFrom, validTo));
  }
}
