package io.ledgerline.report.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractMatch;

/**
 * A contract price as the API shows it.
 *
 * @param match whose price it is and for which usage
 * @param tariff how much; absent for a withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractPriceView(
    ContractMatchBody match, @JsonUnwrapped TariffView tariff, @JsonUnwrapped EntryInfo entry) {
  static ContractPriceView of(Entry<ContractMatch, Tariff> entry) {
    return new ContractPriceView(
        ContractMatchBody.of(entry.key()),
        entry.isWithdrawal() ? null : TariffView.of(entry.value()),
        EntryInfo.of(entry));
  }
}
