package io.ledgerline.report.report.dailyusage;

import java.util.List;

/**
 * CSV as the original writes it (Python's {@code csv} with minimal quoting): comma, line feed,
 * quotes only around cells that hold a comma, a quote or a line break. A row of one empty cell does
 * not occur here.
 */
final class Csv {
  private Csv() {}

  static String row(List<String> cells) {
    StringBuilder row = new StringBuilder();
    String separator = "";
    for (String cell : cells) {
      append(row.append(separator), cell);
      separator = ",";
    }
    return row.append('\n').toString();
  }

  private static void append(StringBuilder row, String cell) {
    if (cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      row.append(cell);
    } else {
      row.append('"').append(cell.replace("\"", "\"\"")).append('"');
    }
  }
}
