package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.rest.EntryInfo;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;

/**
 * A tenant's own name for a model, as the API shows it.
 *
 * @param provider for usage of this provider; absent for any
 * @param name as usage says it
 * @param model the model it means; absent for a withdrawal
 * @param modelProvider whose prices count; absent for the provider of the usage
 * @param entry when it applies, when it was learnt, where it comes from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AliasView(
    String provider,
    String name,
    String model,
    String modelProvider,
    @JsonUnwrapped EntryInfo entry) {
  static AliasView of(Entry<ModelAlias, AliasedModel> entry) {
    AliasedModel means = entry.value();
    return new AliasView(
        entry.key().provider(),
        entry.key().name(),
        means == null ? null : means.model(),
        means == null ? null : means.provider(),
        EntryInfo.of(entry));
  }
}
