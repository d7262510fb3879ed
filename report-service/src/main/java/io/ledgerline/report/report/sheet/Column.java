package io.ledgerline.report.report.sheet;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column of a sheet.
 *
 * @param name for programs: header in CSV, property in JSON
 * @param label for people: header in XLSX and HTML
 * @param type what its values are
 */
public record Column(String name, String label, ColumnType type) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,99}");

  /** Checks that all is there. */
  public Column {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a column's name: " + name);
    }
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(type, "type");
  }

  /**
   * The value as text, the same in CSV, JSON and HTML; empty for null. What is no Unicode text is
   * replaced.
   *
   * @throws IllegalArgumentException when the value is not of the column's type
   */
  public String text(Object value) {
    check(value);
    return switch (value) {
      case null -> "";
      case java.math.BigDecimal decimal -> decimal.toPlainString();
      case String text -> Unicode.wellFormed(text);
      default -> value.toString();
    };
  }

  private void check(Object value) {
    if (!type.takes(value)) {
      throw new IllegalArgumentException(
          "column %s takes no %s".formatted(name, value.getClass().getSimpleName()));
    }
  }
}
