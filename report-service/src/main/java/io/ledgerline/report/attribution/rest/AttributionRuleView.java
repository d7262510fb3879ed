package io.ledgerline.report.attribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;

/**
 * An entry about a rule.
 *
 * @param entry since when it is known, when it applies
 * @param match which usage it speaks of
 * @param costCentre who pays; absent for a withdrawal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttributionRuleView(
    @JsonUnwrapped EntryInfo entry, RuleMatch match, String costCentre) {
  static AttributionRuleView of(Entry<RuleMatch, RuleTarget> entry) {
    return new AttributionRuleView(
        EntryInfo.of(entry),
        entry.key(),
        entry.value() == null ? null : entry.value().costCentre());
  }
}
