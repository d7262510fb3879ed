package io.ledgerline.report.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.TermMatch;

/**
 * A discount as the API shows it; what of the first five is absent means any.
 *
 * @param sourceAccount the account at the source
 * @param costCentre code of the cost centre that pays
 * @param provider its family
 * @param model as the source says it
 * @param meter what is counted
 * @param percent what is taken off the list price, decimal text; absent for a withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscountView(
    String sourceAccount,
    String costCentre,
    String provider,
    String model,
    String meter,
    String percent,
    @JsonUnwrapped EntryInfo entry) {
  static DiscountView of(Entry<TermMatch, DiscountPercent> entry) {
    DiscountMatchBody match = DiscountMatchBody.of(entry.key());
    return new DiscountView(
        match.sourceAccount(),
        match.costCentre(),
        match.provider(),
        match.model(),
        match.meter(),
        entry.isWithdrawal() ? null : entry.value().percent().toPlainString(),
        EntryInfo.of(entry));
  }
}
