package io.ledgerline.report.book.csv;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** One line of a table; cells are found by column name, white space around them is gone. */
public final class TableRow {
  /** The column that says from when a row applies: a date (UTC) or a time; empty for always. */
  public static final String VALID_FROM = "validFrom";

  /** The column that says until when a row applies, exclusive; empty for open. */
  public static final String VALID_TO = "validTo";

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

  private final Map<String, String> cells;
  private final List<String> columns;

  /**
   * Of the cells that are not empty, by column name.
   *
   * @param columns all that the table has
   */
  TableRow(Map<String, String> cells, List<String> columns) {
    this.cells = cells;
    this.columns = columns;
  }

  /** Whether the table has a column, whatever stands in it. */
  public boolean has(String column) {
    return columns.contains(column);
  }

  /** The text of a cell; null when it is empty or the table has no such column. */
  public String text(String column) {
    return Texts.optional(column, cells.get(column), Texts.MAX_PRINCIPAL);
  }

  /** The text of a cell that must not be empty. */
  public String required(String column) {
    return Texts.required(column, cells.get(column), Texts.MAX_PRINCIPAL);
  }

  /** The number in a cell that must not be empty; E-notation is read, bounds keep it small. */
  public BigDecimal decimal(String column) {
    String text = required(column);
    if (!NUMBER.matcher(text).matches()) {
      throw new InvalidValueException(
          column, "not-a-number", "'" + column + "' is a decimal number such as 0.00025.");
    }
    return new BigDecimal(text);
  }

  /** Whether a cell says {@code true}; empty and {@code false} say no. */
  public boolean flag(String column) {
    String text = text(column);
    if (text == null || text.equalsIgnoreCase("false")) {
      return false;
    }
    if (!text.equalsIgnoreCase("true")) {
      throw new InvalidValueException(
          column, "not-a-boolean", "'" + column + "' is 'true', 'false' or empty.");
    }
    return true;
  }

  /** The time in a cell, a date meaning its start in UTC; null when it is empty. */
  public Instant time(String column) {
    String text = text(column);
    return text == null ? null : time(column, text);
  }

  /** The date in a cell; null when it is empty. */
  public LocalDate date(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(
          column, "not-a-date", "'" + column + "' is a date such as 2026-01-31.");
    }
  }

  /** What columns {@code validFrom} and {@code validTo} say; whenever when both are empty. */
  public Validity validity() {
    Instant from = time(VALID_FROM);
    Instant to = time(VALID_TO);
    return new Validity(from == null ? Validity.ALWAYS.from() : from, to);
  }

  /** The cells of columns that begin with {@code prefix}, by the rest of the column's name. */
  public SortedMap<String, String> withPrefix(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    cells.forEach(
        (column, text) -> {
          if (column.startsWith(prefix)) {
            found.put(column.substring(prefix.length()), text(column));
          }
        });
    return Collections.unmodifiableSortedMap(found);
  }

  private static Instant time(String column, String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidValueException(
          column,
          "not-a-time",
          "'" + column + "' is a date such as 2026-01-31 or a time such as 2026-01-31T12:00:00Z.");
    }
  }
}
