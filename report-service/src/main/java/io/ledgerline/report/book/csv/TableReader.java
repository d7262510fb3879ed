package io.ledgerline.report.book.csv;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table as a spreadsheet saves it: commas, semicolons or tabs between cells, columns found
 * by name in any order, a byte-order mark and line ends of any kind taken, empty lines left out.
 * Faults are collected, not thrown.
 *
 * @param <T> what a line says
 */
public final class TableReader<T> {
  /** Most rows that one table may have. */
  public static final int MAX_ROWS = 100_000;

  private final TableColumns columns;
  private final Function<TableRow, T> reading;
  private final List<T> items = new ArrayList<>();
  private final List<Integer> rowOf = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private List<String> header;
  private int rows;

  private TableReader(TableColumns columns, Function<TableRow, T> reading) {
    this.columns = columns;
    this.reading = reading;
  }

  /**
   * Reads a whole table; reading ends at the first row above {@link #MAX_ROWS}.
   *
   * @param draft what a row lays down; may throw {@link InvalidValueException} with the column as
   *     its field
   */
  public static <K, V> DraftTable<K, V> read(
      String text, TableColumns columns, Function<TableRow, Draft<K, V>> draft) {
    RowTable<Draft<K, V>> table = rows(text, columns, draft);
    return new DraftTable<>(table.rows(), table.items(), table.rowOf(), table.faults());
  }

  /**
   * Reads a whole table; reading ends at the first row above {@link #MAX_ROWS}.
   *
   * @param item what a row says; may throw {@link InvalidValueException} with the column as its
   *     field
   */
  public static <T> RowTable<T> rows(
      String text, TableColumns columns, Function<TableRow, T> item) {
    TableReader<T> reader = new TableReader<>(columns, item);
    try (CSVParser parser = CsvText.rows(text == null ? "" : text)) {
      reader.all(parser);
    } catch (CSVException | UncheckedIOException | IllegalStateException e) {
      reader.fault("", "malformed-csv", "The row is not CSV: a quote is open or out of place.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RowTable<>(reader.rows, reader.items, reader.rowOf, reader.faults);
  }

  private void all(CSVParser parser) {
    for (CSVRecord line : parser) {
      if (header == null) {
        readHeader(line);
        if (!faults.isEmpty()) {
          return;
        }
      } else if (!line.stream().allMatch(String::isBlank)) {
        rows++;
        if (rows > MAX_ROWS) {
          faults.clear();
          fault(
              "",
              "too-many-rows",
              "A table has at most " + MAX_ROWS + " rows; import it in parts.");
          return;
        }
        readRow(line);
      }
    }
    if (rows == 0) {
      fault(
          "",
          "no-rows",
          "The table has no rows; its first line names columns: " + columns.told() + ".");
    }
  }

  private void readHeader(CSVRecord line) {
    header = line.stream().map(String::strip).toList();
    for (String column : header) {
      if (!column.isEmpty() && !columns.know(column)) {
        fault(
            column, "unknown-column", "There is no such column; they are: " + columns.told() + ".");
      } else if (!column.isEmpty() && header.indexOf(column) != header.lastIndexOf(column)) {
        fault(column, "duplicate-column", "The column is there twice.");
      }
    }
    for (String column : columns.required()) {
      if (!header.contains(column)) {
        fault(column, "missing-column", "The first line names no such column.");
      }
    }
  }

  private void readRow(CSVRecord line) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < line.size(); i++) {
      String cell = line.get(i).strip();
      if (!cell.isEmpty()) {
        if (i >= header.size() || header.get(i).isEmpty()) {
          fault("", "extra-cell", "Cell " + (i + 1) + " stands under no column name.");
          return;
        }
        cells.put(header.get(i), cell);
      }
    }
    try {
      items.add(reading.apply(new TableRow(cells, header)));
      rowOf.add(rows);
    } catch (InvalidValueException e) {
      fault(e.field(), e.code(), e.detail());
    }
  }

  private void fault(String column, String code, String detail) {
    if (faults.size() < DraftTable.MOST_FAULTS) {
      faults.add(new RowFault(rows, column, code, detail));
    }
  }
}
