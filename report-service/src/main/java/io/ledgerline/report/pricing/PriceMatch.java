package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import java.util.Objects;

/**
 * Which usage a price is for. Two prices with equal matches are versions of one another; the one
 * learnt later counts.
 *
 * @param provider null for any provider
 * @param model the model's id at the provider, exact
 * @param meter what is counted
 * @param priceClass what the request must have; it may have more
 */
public record PriceMatch(String provider, String model, MeterName meter, PriceClass priceClass) {
  /** Checks that all is there. */
  public PriceMatch {
    provider = Texts.optional("provider", provider, Texts.MAX_NAME);
    model = Texts.required("model", model, Texts.MAX_NAME);
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(priceClass, "priceClass");
  }

  /** Whether a request of this provider and class is meant, model and meter being equal. */
  public boolean accepts(String usedProvider, PriceClass usedClass) {
    return (provider == null || provider.equals(usedProvider))
        && usedClass.values().entrySet().containsAll(priceClass.values().entrySet());
  }

  /** More of it wins: each entry of the price class counts, a named provider breaks ties. */
  public int specificity() {
    return 2 * priceClass.values().size() + (provider == null ? 0 : 1);
  }
}
