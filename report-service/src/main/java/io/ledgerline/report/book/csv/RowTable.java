package io.ledgerline.report.book.csv;

import java.util.List;

/**
 * What was read from a table.
 *
 * @param rows lines of data
 * @param items what they say
 * @param rowOf for each item the line it comes from, counted from 1
 * @param faults what is wrong, at most {@link DraftTable#MOST_FAULTS}; with any, the table is not
 *     to be used
 * @param <T> what a line says
 */
public record RowTable<T>(int rows, List<T> items, List<Integer> rowOf, List<RowFault> faults) {
  /** Copies. */
  public RowTable {
    items = List.copyOf(items);
    rowOf = List.copyOf(rowOf);
    faults = List.copyOf(faults);
  }
}
