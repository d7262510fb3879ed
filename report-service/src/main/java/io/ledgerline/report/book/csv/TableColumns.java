package io.ledgerline.report.book.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns a table has, in any order. Tables of entries may have {@code validFrom} and {@code
 * validTo} beside them.
 *
 * @param required those it must have
 * @param optional those it may have
 * @param prefix how further columns may begin, such as {@code tag:}; null for none
 * @param dated whether it may have {@code validFrom} and {@code validTo}
 */
public record TableColumns(
    List<String> required, List<String> optional, String prefix, boolean dated) {
  /** Copies. */
  public TableColumns {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  /** Without a prefix. */
  public TableColumns(List<String> required, List<String> optional) {
    this(required, optional, null, true);
  }

  /** Of entries, with a prefix. */
  public TableColumns(List<String> required, List<String> optional, String prefix) {
    this(required, optional, prefix, true);
  }

  /** Of what states its times in columns of its own. */
  public static TableColumns undated(List<String> required, List<String> optional) {
    return new TableColumns(required, optional, null, false);
  }

  boolean know(String column) {
    return required.contains(column)
        || optional.contains(column)
        || dated && (TableRow.VALID_FROM.equals(column) || TableRow.VALID_TO.equals(column))
        || prefix != null && column.startsWith(prefix) && column.length() > prefix.length();
  }

  String told() {
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    if (dated) {
      all.addAll(List.of(TableRow.VALID_FROM, TableRow.VALID_TO));
    }
    if (prefix != null) {
      all.add(prefix + "<name>");
    }
    return String.join(", ", all);
  }
}
