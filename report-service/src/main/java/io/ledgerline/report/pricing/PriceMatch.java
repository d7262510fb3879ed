package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import java.util.Objects;

/**
 * Which usage a price is for: the key of the price book. Entries with equal matches are versions of
 * one another.
 *
 * @param provider its family, see {@link Provider}; null for any
 * @param model which models
 * @param region null for any
 * @param operation null for any
 * @param meter what is counted
 * @param priceClass what the request must have; it may have more
 */
public record PriceMatch(
    String provider,
    ModelSelector model,
    String region,
    String operation,
    MeterName meter,
    PriceClass priceClass) {
  /** Checks that all is there. */
  public PriceMatch {
    provider = Provider.family(Texts.optional("provider", provider, Texts.MAX_NAME));
    model = model == null ? ModelSelector.ANY : model;
    region = Texts.optional("region", region, Texts.MAX_NAME);
    operation = Texts.optional("operation", operation, Texts.MAX_NAME);
    Objects.requireNonNull(meter, "meter");
    priceClass = priceClass == null ? PriceClass.NONE : priceClass;
  }

  /** Any provider, region and operation. */
  public static PriceMatch of(ModelSelector model, MeterName meter, PriceClass priceClass) {
    return new PriceMatch(null, model, null, null, meter, priceClass);
  }

  /** Whether all but model, meter and provider accept what is asked for. */
  boolean acceptsCircumstances(String usedRegion, PriceQuestion asked) {
    return (region == null || region.equals(usedRegion))
        && (operation == null || operation.equals(asked.operation()))
        && asked.priceClass().values().entrySet().containsAll(priceClass.values().entrySet());
  }

  /**
   * How many things are named besides model and meter: of prices for the same model and meter, the
   * one that names more is the more specific.
   */
  public int named() {
    return priceClass.values().size()
        + (provider == null ? 0 : 1)
        + (region == null ? 0 : 1)
        + (operation == null ? 0 : 1);
  }
}
