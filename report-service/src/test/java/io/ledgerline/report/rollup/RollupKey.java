package io.ledgerline.report.rollup;

import io.ledgerline.contracts.QuarterHour;

/**
 * Which sum.
 *
 * @param charge when usage happened
 * @param set what it adds up by
 * @param posting when it was committed
 * @param meter what is summed; {@link #EVENTS} for the count of events, whatever they used
 */
public record RollupKey(QuarterHour charge, DimensionSet set, QuarterHour posting, String meter) {
  /** No meter's name. */
  public static final String EVENTS = "";
}
