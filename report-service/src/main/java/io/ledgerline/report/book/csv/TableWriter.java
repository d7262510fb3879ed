package io.ledgerline.report.book.csv;

import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a table that {@link TableReader} reads: RFC 4180 with commas, the columns of entries and
 * their times. Not safe for several threads.
 */
public final class TableWriter {
  private static final String END = "\r\n";

  private final List<String> columns;
  private final StringBuilder table = new StringBuilder();

  /**
   * Begins with the line of names.
   *
   * @param columns those of the entries, in order; their times come behind
   */
  public TableWriter(List<String> columns) {
    this.columns = new ArrayList<>(columns);
    this.columns.add(TableRow.VALID_FROM);
    this.columns.add(TableRow.VALID_TO);
    table.append(String.join(",", this.columns)).append(END);
  }

  /**
   * Adds an entry.
   *
   * @param cells texts, numbers or null, by column
   */
  public void add(Map<String, ?> cells, Validity when) {
    Map<String, Object> all = new HashMap<>(cells);
    all.put(TableRow.VALID_FROM, when.from());
    all.put(TableRow.VALID_TO, when.to());
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        table.append(',');
      }
      append(table, text(all.get(columns.get(i))));
    }
    table.append(END);
  }

  /** The table so far. */
  public String text() {
    return table.toString();
  }

  /** Appends a cell, in quotes where it needs them. */
  public static void append(StringBuilder table, String cell) {
    if (cell.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c == '\t' || c < ' ')) {
      table.append(cell);
    } else {
      table.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }

  private static String text(Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      default -> cell.toString();
    };
  }
}
