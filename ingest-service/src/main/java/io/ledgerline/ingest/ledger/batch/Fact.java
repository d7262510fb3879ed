package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.Objects;

/**
 * What a batch's message says of one accepted event.
 *
 * @param dimensions what it is rolled up by
 * @param time charge time, whole microseconds
 * @param quantities how much, by meter
 */
public record Fact(Dimensions dimensions, Instant time, Quantities quantities) {
  /** Checks that all is there. */
  public Fact {
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(quantities, "quantities");
  }
}
