package io.ledgerline.report.gauge;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Duration;
import java.util.Objects;

/**
 * How samples of a gauge are weighted by time.
 *
 * @param carryForward for how long a sample holds at most when no other comes
 * @param gap what holds where no sample does
 */
public record Weighting(Duration carryForward, GapPolicy gap) {
  /** Longest limit that makes sense: a month of 31 days. */
  public static final Duration LONGEST = Duration.ofDays(31);

  /**
   * A sample holds for an hour: the longest interval at which samplers of machines commonly look,
   * so that a regular series has no gaps, and the shortest after which a sampler that fell silent
   * does not go on being charged for. What is not covered is shown.
   */
  public static final Weighting DEFAULT = new Weighting(Duration.ofHours(1), GapPolicy.CARRY);

  /** Checks the range. */
  public Weighting {
    Objects.requireNonNull(carryForward, "carryForward");
    Objects.requireNonNull(gap, "gap");
    if (carryForward.compareTo(Duration.ofSeconds(1)) < 0
        || carryForward.compareTo(LONGEST) > 0
        || carryForward.getNano() != 0) {
      throw new InvalidValueException(
          "carryForward",
          "invalid-carry-forward",
          "A sample holds for PT1S to P31D, in whole seconds, such as PT1H.");
    }
  }
}
