package io.ledgerline.report.pricing.rest;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.rest.Validities;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;
import java.time.Instant;

/**
 * A name for a model to be laid down.
 *
 * @param provider for usage of this provider; absent for any
 * @param name as usage says it: a deployment, an inference profile's ARN
 * @param model the model it means, as the price book spells it
 * @param modelProvider whose prices count; absent for the provider of the usage
 * @param validFrom inclusive, a UTC quarter hour; absent for always
 * @param validTo exclusive, a UTC quarter hour; absent for open
 * @param source where that is written, for people
 */
public record AliasBody(
    String provider,
    String name,
    String model,
    String modelProvider,
    Instant validFrom,
    Instant validTo,
    String source) {
  Draft<ModelAlias, AliasedModel> draft() {
    return new Draft<>(
        new ModelAlias(provider, name),
        new AliasedModel(modelProvider, model),
        Validities.of(validFrom, validTo));
  }
}
