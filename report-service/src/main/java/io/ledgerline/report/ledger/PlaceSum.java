package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What was used in a place by somebody, as the ledger tells it.
 *
 * @param workspace null where usage named none, like the next three
 * @param project a project of the workspace
 * @param principal who did it, by name
 * @param principalId who did it, by surrogate
 * @param meters by the meter's name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PlaceSum(
    String workspace,
    String project,
    String principal,
    UUID principalId,
    Map<String, OfMeter> meters) {
  /** Copies. */
  public PlaceSum {
    principal = Named.orErased(principal, principalId);
    meters = meters == null ? Map.of() : Map.copyOf(meters);
  }

  /** The sum of a meter; zero when there was none. */
  public BigDecimal sum(String meter) {
    OfMeter of = meters.get(meter);
    return of == null ? BigDecimal.ZERO : of.sum();
  }

  /** The last use of a meter; null for never. */
  public Instant last(String meter) {
    OfMeter of = meters.get(meter);
    return of == null ? null : of.last();
  }

  /** The first use of any meter; null for never. */
  public Instant first() {
    return meters.values().stream().map(OfMeter::first).min(Instant::compareTo).orElse(null);
  }

  /**
   * What was used of a meter.
   *
   * @param sum how much
   * @param first charge time of the first event that used some
   * @param last charge time of the last one
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record OfMeter(BigDecimal sum, Instant first, Instant last) {}
}
