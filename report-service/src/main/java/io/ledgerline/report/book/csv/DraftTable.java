package io.ledgerline.report.book.csv;

import io.ledgerline.report.book.Draft;
import java.util.List;

/**
 * What was read from a table.
 *
 * @param rows lines of data
 * @param drafts what they lay down
 * @param rowOf for each draft the line it comes from, counted from 1
 * @param faults what is wrong, at most {@link #MOST_FAULTS}; with any, the table is not to be used
 * @param <K> kind of key
 * @param <V> kind of value
 */
public record DraftTable<K, V>(
    int rows, List<Draft<K, V>> drafts, List<Integer> rowOf, List<RowFault> faults) {
  /** How many faults are told at once. */
  public static final int MOST_FAULTS = 100;

  /** Copies. */
  public DraftTable {
    drafts = List.copyOf(drafts);
    rowOf = List.copyOf(rowOf);
    faults = List.copyOf(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
  }
}
