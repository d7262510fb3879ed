package io.ledgerline.report.currency.rest;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.currency.CurrencyPair;
import io.ledgerline.report.currency.ExchangeRate;
import io.ledgerline.report.currency.RateValidity;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A rate to be laid down, for a day, a month, or from when to when.
 *
 * @param from ISO 4217
 * @param to ISO 4217
 * @param rate what one unit of {@code from} is worth in {@code to}: a number or decimal text
 * @param day such as {@code 2026-01-31}, UTC
 * @param month such as {@code 2026-01}, UTC
 * @param validFrom inclusive
 * @param validTo exclusive; null for open
 * @param source where it was read, for people
 */
public record ExchangeRateBody(
    String from,
    String to,
    BigDecimal rate,
    String day,
    String month,
    Instant validFrom,
    Instant validTo,
    String source) {
  /** What it says, checked. */
  public Draft<CurrencyPair, ExchangeRate> draft() {
    return new Draft<>(
        CurrencyPair.of(from, to),
        new ExchangeRate(rate),
        RateValidity.of(day, month, validFrom, validTo));
  }
}
