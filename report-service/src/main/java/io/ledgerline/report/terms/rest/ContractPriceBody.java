package io.ledgerline.report.terms.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.currency.Currencies;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractMatch;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A contract price to be laid down.
 *
 * @param match whose price it is and for which usage
 * @param price so much for each unit, a number or decimal text; or a {@code rate}
 * @param rate any other rate: {@code package}, {@code graduated}, {@code volume}, {@code
 *     request-size}
 * @param per how many units the price buys; null for 1
 * @param unit such as {@code token}
 * @param currency ISO 4217
 * @param validFrom inclusive; null for always
 * @param validTo exclusive; null for open
 * @param source where it was read, for people
 */
public record ContractPriceBody(
    ContractMatchBody match,
    BigDecimal price,
    Rate rate,
    BigDecimal per,
    String unit,
    String currency,
    Instant validFrom,
    Instant validTo,
    String source) {
  /** What it says, checked. */
  public Draft<ContractMatch, Tariff> draft() {
    if (match == null) {
      throw new InvalidValueException(
          "match", "missing", "'match' says whose price it is and for which usage.");
    }
    if ((price == null) == (rate == null)) {
      throw new InvalidValueException(
          "price", "missing", "A contract price has either a 'price' or a 'rate'.");
    }
    return new Draft<>(
        matched(),
        new Tariff(
            rate == null ? new FlatRate(price) : rate,
            new PriceUnit(per, unit),
            Currencies.of("currency", currency)),
        Validities.of(validFrom, validTo));
  }

  private ContractMatch matched() {
    try {
      return match.match();
    } catch (InvalidValueException e) {
      throw e.within("match");
    }
  }
}
