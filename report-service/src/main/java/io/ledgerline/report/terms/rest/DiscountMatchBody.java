package io.ledgerline.report.terms.rest;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.terms.TermMatch;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which usage a discount is for, as a body names it; what is left out means any.
 *
 * @param sourceAccount the account at the source
 * @param costCentre code of the cost centre that pays
 * @param provider in any spelling
 * @param model as the source says it; {@code *} stands for any run of characters
 * @param meter what is counted
 */
@RegisterForReflection
public record DiscountMatchBody(
    String sourceAccount, String costCentre, String provider, String model, String meter) {
  TermMatch match() {
    return new TermMatch(
        sourceAccount,
        costCentre,
        null,
        provider,
        model,
        meter == null ? null : new MeterName(meter));
  }

  static DiscountMatchBody of(TermMatch match) {
    return new DiscountMatchBody(
        match.sourceAccount(),
        match.costCentre(),
        match.provider(),
        match.model(),
        match.meter() == null ? null : match.meter().value());
  }
}
