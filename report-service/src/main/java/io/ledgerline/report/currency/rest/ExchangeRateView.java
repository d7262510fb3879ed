package io.ledgerline.report.currency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;
import io.ledgerline.report.currency.CurrencyPair;
import io.ledgerline.report.currency.ExchangeRate;

/**
 * A rate as the API shows it.
 *
 * @param from ISO 4217
 * @param to ISO 4217
 * @param rate what one unit of {@code from} is worth in {@code to}, decimal text; absent for a
 *     withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExchangeRateView(
    String from, String to, String rate, @JsonUnwrapped EntryInfo entry) {
  static ExchangeRateView of(Entry<CurrencyPair, ExchangeRate> entry) {
    return new ExchangeRateView(
        entry.key().from().getCurrencyCode(),
        entry.key().to().getCurrencyCode(),
        entry.isWithdrawal() ? null : entry.value().rate().toPlainString(),
        EntryInfo.of(entry));
  }
}
