package io.ledgerline.report.attribution.rest;

import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import java.time.Instant;

/**
 * A rule as a caller lays it down.
 *
 * @param match which usage it speaks of; absent for all usage
 * @param costCentre code of who pays
 * @param validFrom inclusive, a quarter hour; absent for always
 * @param validTo exclusive, a quarter hour; absent for open
 * @param source where that is written, for people; {@code api} when absent
 */
public record AttributionRuleBody(
    RuleMatch match, String costCentre, Instant validFrom, Instant validTo, String source) {
  Draft<RuleMatch, RuleTarget> draft() {
    return new Draft<>(
        match == null ? RuleMatch.ALL : match,
        new RuleTarget(costCentre),
        Validities.of(validFrom, validTo));
  }
}
