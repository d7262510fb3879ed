package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Texts;

/**
 * Which model an alias means.
 *
 * @param provider the family whose prices count; null for the one that the usage names
 * @param model the model's name in the price book
 */
public record AliasedModel(String provider, String model) {
  /** Checks the name and finds the family. */
  public AliasedModel {
    provider = Provider.family(Texts.optional("provider", provider, Texts.MAX_NAME));
    model = Texts.required("model", model, Texts.MAX_NAME);
  }
}
