package io.ledgerline.report.attribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreTree;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.rating.Payer;
import java.time.Instant;
import java.util.List;

/**
 * Who pays for usage, and why.
 *
 * @param time when it was used
 * @param knownAt by what was known then
 * @param costCentre who pays
 * @param path the way to it from the root of the tree, itself last
 * @param name for people; absent for {@code suspense}, like the next three
 * @param owner who answers for it
 * @param glCode its account in the general ledger
 * @param billingCurrency what it is billed in
 * @param why in a sentence
 * @param rule the rule that says so; absent when none speaks of the usage
 * @param others rules that speak of the usage too, but name less
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PayerView(
    Instant time,
    Instant knownAt,
    String costCentre,
    List<String> path,
    String name,
    String owner,
    String glCode,
    String billingCurrency,
    String why,
    AttributionRuleView rule,
    List<AttributionRuleView> others) {
  static PayerView of(
      Instant time,
      Instant knownAt,
      Payer payer,
      List<Entry<RuleMatch, RuleTarget>> matches,
      CostCentreTree tree) {
    CostCentreCode code = new CostCentreCode(payer.costCentre());
    Entry<CostCentreCode, CostCentre> centre = tree.get(code);
    CostCentre told = centre == null ? null : centre.value();
    return new PayerView(
        time,
        knownAt,
        code.code(),
        tree.path(code).stream().map(CostCentreCode::code).toList(),
        told == null ? null : told.name(),
        told == null ? null : told.owner(),
        told == null ? null : told.glCode(),
        payer.billedIn() == null ? null : payer.billedIn().getCurrencyCode(),
        why(matches),
        matches.isEmpty() ? null : AttributionRuleView.of(matches.getFirst()),
        matches.stream().skip(1).map(AttributionRuleView::of).toList());
  }

  private static String why(List<Entry<RuleMatch, RuleTarget>> matches) {
    if (matches.isEmpty()) {
      return "No rule speaks of this usage at this time.";
    }
    String rule = "The rule for (%s) says so".formatted(matches.getFirst().key());
    return matches.size() == 1
        ? rule + "; no other speaks of this usage."
        : rule + "; of the %d that speak of this usage it names most.".formatted(matches.size());
  }
}
