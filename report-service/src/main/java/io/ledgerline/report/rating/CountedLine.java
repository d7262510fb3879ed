package io.ledgerline.report.rating;

import java.util.Objects;

/**
 * A count of calls that no price speaks of: calls cost something only where a price says so.
 *
 * @param usage what was counted
 */
public record CountedLine(UsageLine usage) implements Outcome {
  /** Checks that it is there. */
  public CountedLine {
    Objects.requireNonNull(usage, "usage");
  }
}
