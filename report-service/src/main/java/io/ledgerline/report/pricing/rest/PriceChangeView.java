package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * One price that becomes another.
 *
 * @param kind {@code added}, {@code changed} or {@code withdrawn}
 * @param provider absent for any
 * @param model absent for any
 * @param region absent for any
 * @param operation absent for any
 * @param meter the meter
 * @param priceClass what the request must have
 * @param before the rate so far; absent when there was none
 * @param after the rate of the list; absent for a withdrawal
 * @param per units that the rate of the list buys; absent for a withdrawal
 * @param perBefore the same so far, when it was another number
 * @param unit their name; absent for a withdrawal
 * @param currency ISO 4217; absent for a withdrawal
 * @param validFrom inclusive
 * @param validTo exclusive; absent for open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceChangeView(
    String kind,
    String provider,
    String model,
    String region,
    String operation,
    String meter,
    Map<String, String> priceClass,
    String before,
    String after,
    BigDecimal per,
    BigDecimal perBefore,
    String unit,
    String currency,
    Instant validFrom,
    Instant validTo) {
  static PriceChangeView of(Change<PriceMatch, Tariff> change) {
    PriceMatch match = change.draft().key();
    Tariff after = change.draft().value();
    Tariff before = change.before() == null ? null : change.before().value();
    return new PriceChangeView(
        change.kind().name().toLowerCase(Locale.ROOT),
        match.provider(),
        match.model().text(),
        match.region(),
        match.operation(),
        match.meter().value(),
        match.priceClass().values(),
        before == null ? null : RateText.of(before.rate()),
        after == null ? null : RateText.of(after.rate()),
        after == null ? null : after.unit().per(),
        perBefore(before, after),
        after == null ? null : after.unit().unit(),
        after == null ? null : after.currency().getCurrencyCode(),
        change.draft().validity().from(),
        change.draft().validity().to());
  }

  private static BigDecimal perBefore(Tariff before, Tariff after) {
    boolean same = before == null || after != null && after.unit().equals(before.unit());
    return same ? null : before.unit().per();
  }
}
