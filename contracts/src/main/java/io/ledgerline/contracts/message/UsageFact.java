package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.Objects;

/**
 * One accepted event in a {@link UsageBatch}; short names on the wire because there are many.
 *
 * @param dimensions index into the batch's dimension sets
 * @param time charge time
 * @param quantities how much, by meter
 */
public record UsageFact(
    @JsonProperty("d") int dimensions,
    @JsonProperty("t") Instant time,
    @JsonProperty("q") Quantities quantities) {
  /** Checks that all is there. */
  public UsageFact {
    Objects.requireNonNull(time, "t");
    Objects.requireNonNull(quantities, "q");
  }
}
