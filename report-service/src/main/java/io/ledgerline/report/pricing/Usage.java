package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;

/**
 * What is to be rated: one invocation, or a sum of alike ones.
 *
 * @param time when it was used
 * @param provider null when unknown
 * @param model null when unknown
 * @param region null when unknown
 * @param operation null when unknown
 * @param priceClass what the price depends on besides
 * @param quantities how much, by meter
 */
public record Usage(
    Instant time,
    String provider,
    String model,
    String region,
    String operation,
    PriceClass priceClass,
    Quantities quantities) {
  /** What the book is asked for {@code meter}. */
  PriceQuestion of(MeterName meter) {
    return new PriceQuestion(provider, model, region, operation, meter, priceClass);
  }
}
