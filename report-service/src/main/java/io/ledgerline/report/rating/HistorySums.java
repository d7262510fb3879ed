package io.ledgerline.report.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What was used, before a period, at prices that add up: enough to go on where it stands. Noted
 * with a run, so that it is rated alike however often and by whomever it is made.
 *
 * @param sums one for each price and what has a sum of its own
 */
public record HistorySums(List<Sum> sums) {
  /** Nothing was used before. */
  public static final HistorySums NONE = new HistorySums(List.of());

  /** Copies. */
  public HistorySums {
    sums = List.copyOf(sums);
  }

  /**
   * A part of a running sum.
   *
   * @param price the entry that it was used at
   * @param scope the account, cost centre … whose sum it is
   * @param from start of the span
   * @param quantity in the meter's own unit
   */
  public record Sum(UUID price, List<String> scope, Instant from, BigDecimal quantity) {
    /** Checks that all is there. */
    public Sum {
      Objects.requireNonNull(price, "price");
      scope = List.copyOf(scope);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(quantity, "quantity");
    }
  }
}
