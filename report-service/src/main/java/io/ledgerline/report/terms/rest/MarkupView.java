package io.ledgerline.report.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;

/**
 * A markup as the API shows it; what of the first three is absent means any.
 *
 * @param operation what was called
 * @param provider its family
 * @param model as the source says it
 * @param factor by what the contracted cost is multiplied, decimal text; absent for a withdrawal
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MarkupView(
    String operation,
    String provider,
    String model,
    String factor,
    @JsonUnwrapped EntryInfo entry) {
  static MarkupView of(Entry<TermMatch, MarkupFactor> entry) {
    return new MarkupView(
        entry.key().operation(),
        entry.key().provider(),
        entry.key().model(),
        entry.isWithdrawal() ? null : entry.value().factor().toPlainString(),
        EntryInfo.of(entry));
  }
}
