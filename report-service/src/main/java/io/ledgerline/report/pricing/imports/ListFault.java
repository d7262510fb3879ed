package io.ledgerline.report.pricing.imports;

/**
 * What is wrong with a price list, and where.
 *
 * @param field the place, such as {@code rows[3].inputTokenPrice} or {@code
 *     gpt-4o.input_cost_per_token}; empty for the whole
 * @param code stable kebab-case name of the rule
 * @param detail a sentence for a person
 */
public record ListFault(String field, String code, String detail) {
  /**
   * A fault in a table.
   *
   * @param row line of data counted from 1, the header not counted; 0 for the header or the whole
   * @param column name of the column; empty for the whole row
   * @param code stable kebab-case name of the rule
   * @param detail a sentence for a person
   */
  public static ListFault inRow(int row, String column, String code, String detail) {
    String where = row == 0 ? "header" : "rows[" + row + "]";
    return new ListFault(column.isEmpty() ? where : where + "." + column, code, detail);
  }
}
