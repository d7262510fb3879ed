package io.ledgerline.report.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;

/**
 * What a provider charged, as the API shows it.
 *
 * @param match provider, month and currency
 * @param cost how much; absent for a withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProviderCostView(
    @JsonUnwrapped ProviderMatch match, @JsonUnwrapped Cost cost, @JsonUnwrapped EntryInfo entry) {
  /**
   * How much.
   *
   * @param total decimal text, without markup
   * @param invoice its number; absent when unknown
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cost(String total, String invoice) {
    static Cost of(ProviderCost cost) {
      return cost == null ? null : new Cost(cost.total().toPlainString(), cost.invoice());
    }
  }

  static ProviderCostView of(Entry<ProviderMonth, ProviderCost> entry) {
    return new ProviderCostView(
        ProviderMatch.of(entry.key()), Cost.of(entry.value()), EntryInfo.of(entry));
  }
}
