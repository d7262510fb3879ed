package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;

/**
 * A price as the API shows it.
 *
 * @param match which usage it is for
 * @param tariff how much; absent for a withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceView(
    @JsonUnwrapped MatchBody match,
    @JsonUnwrapped TariffBody tariff,
    @JsonUnwrapped EntryInfo entry) {
  static PriceView of(Entry<PriceMatch, Tariff> price) {
    return new PriceView(
        MatchBody.of(price.key()),
        price.isWithdrawal() ? null : TariffBody.of(price.value()),
        EntryInfo.of(price));
  }
}
