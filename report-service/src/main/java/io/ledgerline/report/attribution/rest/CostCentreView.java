package io.ledgerline.report.attribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;

/**
 * An entry about a cost centre.
 *
 * @param entry since when it is known, when it applies
 * @param code what it is known by
 * @param name for people; absent for a withdrawal, like all others
 * @param parent code of the cost centre above it; absent for a root
 * @param owner who answers for it
 * @param glCode its account in the general ledger
 * @param billingCurrency what it is billed in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CostCentreView(
    @JsonUnwrapped EntryInfo entry,
    String code,
    String name,
    String parent,
    String owner,
    String glCode,
    String billingCurrency) {
  static CostCentreView of(Entry<CostCentreCode, CostCentre> entry) {
    CostCentre centre = entry.value();
    return centre == null
        ? new CostCentreView(EntryInfo.of(entry), entry.key().code(), null, null, null, null, null)
        : new CostCentreView(
            EntryInfo.of(entry),
            entry.key().code(),
            centre.name(),
            centre.parent(),
            centre.owner(),
            centre.glCode(),
            centre.billingCurrency().getCurrencyCode());
  }
}
