package io.ledgerline.report.directory.imports;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.RowFault;
import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.directory.change.NameTakenException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Takes the rows of a table one after the other, and gathers what is wrong with them. */
final class Rows {
  private Rows() {}

  /**
   * What became of each.
   *
   * @param take of a row and its place
   * @throws TableFaults when any is at fault
   */
  static <R> List<RowOutcome> each(RowTable<R> table, BiFunction<R, Integer, RowOutcome> take) {
    if (!table.faults().isEmpty()) {
      throw new TableFaults(table.faults());
    }
    List<RowOutcome> outcomes = new ArrayList<>();
    List<RowFault> faults = new ArrayList<>();
    for (int i = 0; i < table.items().size(); i++) {
      int row = table.rowOf().get(i);
      try {
        outcomes.add(take.apply(table.items().get(i), row));
      } catch (InvalidValueException e) {
        faults.add(new RowFault(row, e.field(), e.code(), e.detail()));
      } catch (NameTakenException e) {
        faults.add(new RowFault(row, e.field(), "name-taken", e.getMessage()));
      }
      if (faults.size() >= DraftTable.MOST_FAULTS) {
        break;
      }
    }
    if (!faults.isEmpty()) {
      throw new TableFaults(faults);
    }
    return outcomes;
  }

  static InvalidValueException twice(String field) {
    return new InvalidValueException(
        field, "duplicate-entry", "An earlier row of this table speaks of the same.");
  }
}
