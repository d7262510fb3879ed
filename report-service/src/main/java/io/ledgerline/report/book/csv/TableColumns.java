package io.ledgerline.report.book.csv;

import java.util.List;

/**
 * Which columns a table has, in any order. Every table may have {@code validFrom} and {@code
 * validTo} beside them.
 *
 * @param required those it must have
 * @param optional those it may have
 * @param prefix how further columns may begin, such as {@code tag:}; null for none
 */
public record TableColumns(List<String> required, List<String> optional, String prefix) {
  /** Copies. */
  public TableColumns {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /** Without a prefix. */
  public TableColumns(List<String> required, List<String> optional) {
    this(required, optional, null);
  }

  boolean know(String column) {
    return required.contains(column)
        || optional.contains(column)
        || TableRow.VALID_FROM.equals(column)
        || TableRow.VALID_TO.equals(column)
        || prefix != null && column.startsWith(prefix) && column.length() > prefix.length();
  }

  String told() {
    String all = String.join(", ", required) + ", " + String.join(", ", optional);
    return all
        + (optional.isEmpty() ? "" : ", ")
        + TableRow.VALID_FROM
        + ", "
        + TableRow.VALID_TO
        + (prefix == null ? "" : ", " + prefix + "<name>");
  }
}
