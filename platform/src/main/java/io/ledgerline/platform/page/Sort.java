package io.ledgerline.platform.page;

import io.ledgerline.platform.problem.InvalidRequest;
import java.util.List;

/**
 * By what a list is sorted.
 *
 * @param field the field's name
 * @param descending largest first, written with a minus before the name
 */
public record Sort(String field, boolean descending) {
  private static final String MINUS = "-";

  /**
   * Reads a query parameter {@code sort}.
   *
   * @param text such as {@code createdAt} or {@code -createdAt}
   * @param fields what the list can be sorted by
   * @throws InvalidRequest when it is none of them, either way
   */
  public static Sort of(String text, List<String> fields) {
    boolean descending = text.startsWith(MINUS);
    String field = descending ? text.substring(1) : text;
    if (!fields.contains(field)) {
      throw InvalidRequest.field(
          "sort",
          "unknown-sort",
          "'sort' is one of " + fields + ", with a '-' before it for the largest first.");
    }
    return new Sort(field, descending);
  }

  /** As a caller writes it. */
  public String text() {
    return descending ? MINUS + field : field;
  }

  /** {@code <} or {@code >}: how what comes later compares with what came before. */
  public String later() {
    return descending ? "<" : ">";
  }

  /** {@code DESC} or {@code ASC}. */
  public String direction() {
    return descending ? "DESC" : "ASC";
  }
}
