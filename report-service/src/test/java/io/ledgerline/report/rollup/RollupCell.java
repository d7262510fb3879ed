package io.ledgerline.report.rollup;

import java.math.BigDecimal;

/**
 * One sum.
 *
 * @param quantity exact; zero where events are counted
 * @param events those that carry the meter
 */
public record RollupCell(BigDecimal quantity, long events) {
  /** The sum of both. */
  public RollupCell plus(RollupCell other) {
    return new RollupCell(quantity.add(other.quantity), events + other.events);
  }
}
