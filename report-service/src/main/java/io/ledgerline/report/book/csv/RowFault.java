package io.ledgerline.report.book.csv;

/**
 * What is wrong with a table, and where.
 *
 * @param row line of data counted from 1, the header not counted; 0 for the header or the whole
 * @param column name of the column; empty for the whole row
 * @param code stable kebab-case name of the rule
 * @param detail a sentence for a person
 */
public record RowFault(int row, String column, String code, String detail) {
  /** The fault's place as a field path, such as {@code rows[3].rate}. */
  public String field() {
    String where = row == 0 ? "header" : "rows[" + row + "]";
    return column.isEmpty() ? where : where + "." + column;
  }
}
