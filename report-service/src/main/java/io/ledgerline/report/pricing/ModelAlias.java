package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Texts;

/**
 * A name that the tenant's own systems use for a model, such as an Azure deployment or an
 * application inference profile: the key of kind {@code model-alias}.
 *
 * @param provider the provider's family; null for usage of any provider
 * @param name as usage says it, or what is inside its wrappings
 */
public record ModelAlias(String provider, String name) {
  /** Checks the name and finds the family. */
  public ModelAlias {
    provider = Provider.family(Texts.optional("provider", provider, Texts.MAX_NAME));
    name = Texts.required("name", name, Texts.MAX_NAME);
  }
}
