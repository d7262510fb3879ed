package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;
import java.time.Instant;
import java.util.Objects;

/**
 * What a batch's message says of one row of the ledger.
 *
 * @param dimensions what it is rolled up by
 * @param time charge time, whole microseconds
 * @param quantities how much, by meter
 * @param sign 1 when it adds, -1 when it takes back
 * @param tags what its source attached for attribution
 * @param sampled what it brings samples of; null when it names no resource
 */
public record Fact(
    Dimensions dimensions,
    Instant time,
    Quantities quantities,
    int sign,
    Labels tags,
    SampledResource sampled) {
  /** Checks that all is there. */
  public Fact {
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(tags, "tags");
  }

  /** Usage that names no resource. */
  public Fact(Dimensions dimensions, Instant time, Quantities quantities, int sign, Labels tags) {
    this(dimensions, time, quantities, sign, tags, null);
  }

  /** Usage without tags. */
  public Fact(Dimensions dimensions, Instant time, Quantities quantities, int sign) {
    this(dimensions, time, quantities, sign, Labels.NONE);
  }

  /** Usage that is added. */
  public Fact(Dimensions dimensions, Instant time, Quantities quantities) {
    this(dimensions, time, quantities, 1);
  }
}
