package io.ledgerline.report.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.pricing.PriceMatch;

/**
 * Whose price it is, and for which usage.
 *
 * @param sourceAccount null for any; then there is a cost centre
 * @param costCentre code of the cost centre that pays; null for any, then there is an account
 * @param match which usage, as for list prices
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractMatch(String sourceAccount, String costCentre, PriceMatch match) {
  /** Checks that somebody is named. */
  public ContractMatch {
    sourceAccount = Texts.optional("sourceAccount", sourceAccount, Texts.MAX_NAME);
    costCentre = Texts.optional("costCentre", costCentre, Texts.MAX_NAME);
    if (sourceAccount == null && costCentre == null) {
      throw new InvalidValueException(
          "sourceAccount",
          "missing",
          "A contract price is for a 'sourceAccount', a 'costCentre' or both.");
    }
    if (match == null) {
      throw new InvalidValueException("match", "missing", "'match' says for which usage.");
    }
  }

  /** Whose price it is. */
  Party party() {
    return new Party(sourceAccount, costCentre);
  }

  /**
   * Whose price it is; who names both goes before who names the account, and that before who names
   * the cost centre.
   */
  record Party(String sourceAccount, String costCentre) {}
}
