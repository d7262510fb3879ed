package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.Objects;

/**
 * One fact in a {@link UsageBatch}; short names on the wire because there are many. It counts
 * {@code sign} events and {@code sign * quantity} of each meter.
 *
 * @param dimensions index into the batch's dimension sets
 * @param time charge time
 * @param quantities how much, by meter
 * @param sign 1 for usage that is added, -1 for usage that is taken back; absent on the wire means
 *     1
 * @param tags index into the batch's tags; null, and absent on the wire, when the event has none
 * @param resource index into the batch's resources; null, and absent on the wire, when the event
 *     names none
 */
public record UsageFact(
    @JsonProperty("d") int dimensions,
    @JsonProperty("t") Instant time,
    @JsonProperty("q") Quantities quantities,
    @JsonProperty("s") @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Added.class)
        int sign,
    @JsonProperty("g") @JsonInclude(JsonInclude.Include.NON_NULL) Integer tags,
    @JsonProperty("r") @JsonInclude(JsonInclude.Include.NON_NULL) Integer resource) {
  /** Checks that all is there. */
  public UsageFact {
    Objects.requireNonNull(time, "t");
    Objects.requireNonNull(quantities, "q");
    if (sign != 1 && sign != -1) {
      throw new IllegalArgumentException("a fact's sign is 1 or -1");
    }
  }

  /** A fact that names no resource. */
  public UsageFact(int dimensions, Instant time, Quantities quantities, int sign, Integer tags) {
    this(dimensions, time, quantities, sign, tags, null);
  }

  /** A fact without tags. */
  public UsageFact(int dimensions, Instant time, Quantities quantities, int sign) {
    this(dimensions, time, quantities, sign, null);
  }

  /** A fact that is added. */
  public UsageFact(int dimensions, Instant time, Quantities quantities) {
    this(dimensions, time, quantities, 1);
  }

  @JsonCreator
  static UsageFact read(
      @JsonProperty("d") int dimensions,
      @JsonProperty("t") Instant time,
      @JsonProperty("q") Quantities quantities,
      @JsonProperty("s") Integer sign,
      @JsonProperty("g") Integer tags,
      @JsonProperty("r") Integer resource) {
    return new UsageFact(dimensions, time, quantities, sign == null ? 1 : sign, tags, resource);
  }

  /** Equal to the sign that is not written. */
  static final class Added {
    @Override
    public boolean equals(Object sign) {
      return Integer.valueOf(1).equals(sign);
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }
}
