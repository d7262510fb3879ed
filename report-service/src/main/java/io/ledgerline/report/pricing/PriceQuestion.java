package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import java.util.Objects;

/**
 * What was used, as far as its price depends on it.
 *
 * @param provider null when unknown
 * @param model as the source said it; null when unknown
 * @param region null when unknown
 * @param operation null when unknown
 * @param meter what is counted
 * @param priceClass what the request had
 */
public record PriceQuestion(
    String provider,
    String model,
    String region,
    String operation,
    MeterName meter,
    PriceClass priceClass) {
  /** Checks meter and class. */
  public PriceQuestion {
    Objects.requireNonNull(meter, "meter");
    Objects.requireNonNull(priceClass, "priceClass");
  }
}
