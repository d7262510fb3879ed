package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Finding;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The list prices as known at one instant. */
@FunctionalInterface
public interface PriceLookup extends Dated {
  /** The price of usage of these dimensions and this meter, or why there is none. */
  Finding find(Dimensions dimensions, MeterName meter, Instant time);

  /** A price of the list by its identity. */
  default Optional<PricedBy> price(UUID id) {
    return Optional.empty();
  }

  /** What prices add up over, by meter: what happened before has to be known for these. */
  default Map<MeterName, Collection<Accumulation>> accumulating() {
    return Map.of();
  }
}
