package io.ledgerline.report.attribution.rest;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.currency.Currencies;
import java.time.Instant;

/**
 * A cost centre as a caller lays it down.
 *
 * @param code what it is known by, up to 64 characters; one that is there gets a new version
 * @param name for people
 * @param parent code of the cost centre above it; absent for a root
 * @param owner who answers for it
 * @param glCode its account in the general ledger
 * @param billingCurrency ISO 4217
 * @param validFrom inclusive, a quarter hour; absent for always
 * @param validTo exclusive, a quarter hour; absent for open
 * @param source where that is written, for people; {@code api} when absent
 */
public record CostCentreBody(
    String code,
    String name,
    String parent,
    String owner,
    String glCode,
    String billingCurrency,
    Instant validFrom,
    Instant validTo,
    String source) {
  Draft<CostCentreCode, CostCentre> draft() {
    return new Draft<>(
        new CostCentreCode(code),
        new CostCentre(
            name, parent, owner, glCode, Currencies.of("billingCurrency", billingCurrency)),
        Validities.of(validFrom, validTo));
  }
}
