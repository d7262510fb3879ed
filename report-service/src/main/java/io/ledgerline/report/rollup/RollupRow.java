package io.ledgerline.report.rollup;

import java.util.Comparator;

/**
 * What is added to one row of the rollups; in the order in which rows are locked.
 *
 * @param charge number of the charge quarter hour since the epoch
 * @param dimensionSet the set's number
 * @param posting number of the posting quarter hour since the epoch
 * @param meter the meter's number; {@link #EVENTS} for the count of events, whatever they used
 * @param quantity plain decimal text; zero where events are counted
 * @param events those that carry the meter, those taken back counted off
 */
public record RollupRow(
    long charge, long dimensionSet, long posting, int meter, String quantity, long events)
    implements Comparable<RollupRow> {
  /** No meter's number. */
  public static final int EVENTS = 0;

  private static final Comparator<RollupRow> BY_KEY =
      Comparator.comparingLong(RollupRow::charge)
          .thenComparingLong(RollupRow::dimensionSet)
          .thenComparingLong(RollupRow::posting)
          .thenComparingInt(RollupRow::meter);

  @Override
  public int compareTo(RollupRow other) {
    return BY_KEY.compare(this, other);
  }
}
