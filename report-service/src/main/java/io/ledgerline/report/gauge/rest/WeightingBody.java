package io.ledgerline.report.gauge.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.gauge.GapPolicy;
import io.ledgerline.report.gauge.Weighting;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * How a gauge is to be weighted.
 *
 * @param carryForward for how long a sample holds at most when no other comes, such as {@code
 *     PT1H}; absent for an hour
 * @param gap what counts where no sample holds: {@code carry} (nothing), {@code zero} or {@code
 *     average} (of the samples around); absent for {@code carry}
 */
public record WeightingBody(String carryForward, String gap) {
  Weighting weighting() {
    return new Weighting(
        carryForward == null ? Weighting.DEFAULT.carryForward() : duration(),
        gap == null ? Weighting.DEFAULT.gap() : GapPolicy.of(gap));
  }

  private Duration duration() {
    try {
      return Duration.parse(carryForward);
    } catch (DateTimeException e) {
      throw new InvalidValueException(
          "carryForward",
          "invalid-carry-forward",
          "'carryForward' is a duration such as PT1H or PT15M.");
    }
  }
}
