package io.ledgerline.report.report.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a sheet looks like.
 *
 * @param name part of file names: lower-case letters, digits and hyphens
 * @param title for people
 * @param columns at least one; names differ
 */
public record SheetSpec(String name, String title, List<Column> columns) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  /** Checks names and copies. */
  public SheetSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a sheet's name: " + name);
    }
    Objects.requireNonNull(title, "title");
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a sheet has at least one column");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("two columns " + column.name());
      }
    }
  }

  void checkRow(List<?> values) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "sheet %s has %d columns, the row %d values"
              .formatted(name, columns.size(), values.size()));
    }
  }
}
