package io.ledgerline.report.rollup.store;

import io.ledgerline.report.rollup.RollupCell;
import java.time.Instant;
import java.util.Comparator;

/** A sum with the numbers that stand for its words; in the order in which rows are locked. */
record RollupRow(Instant charge, long dimensionSet, Instant posting, int meter, RollupCell cell)
    implements Comparable<RollupRow> {
  private static final Comparator<RollupRow> BY_KEY =
      Comparator.comparing(RollupRow::charge)
          .thenComparingLong(RollupRow::dimensionSet)
          .thenComparing(RollupRow::posting)
          .thenComparingInt(RollupRow::meter);

  @Override
  public int compareTo(RollupRow other) {
    return BY_KEY.compare(this, other);
  }
}
