package io.ledgerline.report.attribution;

import io.ledgerline.contracts.Texts;

/**
 * Who pays by a rule.
 *
 * @param costCentre code of the cost centre
 */
public record RuleTarget(String costCentre) {
  /** Checks the text. */
  public RuleTarget {
    costCentre = Texts.required("costCentre", costCentre, Texts.MAX_NAME);
  }

  CostCentreCode code() {
    return new CostCentreCode(costCentre);
  }
}
