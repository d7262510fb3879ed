package io.ledgerline.report.pricing.imports.table;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One line of data.
 *
 * @param number counted from 1, the header not counted
 * @param cells what is not blank, without white space around it
 */
record Row(int number, Map<Column, String> cells) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** The text, or null when the cell is blank. */
  String text(Column column) {
    return cells.get(column);
  }

  String textOr(Column column, String absent) {
    return cells.getOrDefault(column, absent);
  }

  boolean has(Column column) {
    return cells.containsKey(column);
  }

  /** The text of a cell that must not be blank. */
  String required(Column column, String fix) {
    String text = cells.get(column);
    if (text == null) {
      throw fault(column, "missing", "The cell is blank; write " + fix + ".");
    }
    return text;
  }

  /** The number, or null when the cell is blank. */
  BigDecimal number(Column column) {
    String text = cells.get(column);
    if (text == null) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      String hint = text.indexOf(',') >= 0 ? " with a point for the decimals" : "";
      throw fault(column, "not-a-number", "Write a decimal number such as 0.00025" + hint + ".");
    }
    return new BigDecimal(text);
  }

  /** The time, or null when the cell is blank. A date alone is its first moment in UTC. */
  Instant time(Column column) {
    String text = cells.get(column);
    if (text == null) {
      return null;
    }
    try {
      return DATE.matcher(text).matches()
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw fault(
          column, "not-a-time", "Write a date such as 2026-08-01, or 2026-08-01T00:15:00Z.");
    }
  }

  /** The constant of {@code type} that the cell names, with {@code -} for {@code _}. */
  <E extends Enum<E>> E choice(Column column, Class<E> type, E absent) {
    String text = cells.get(column);
    if (text == null) {
      return absent;
    }
    for (E constant : type.getEnumConstants()) {
      if (name(constant).equalsIgnoreCase(text.replace('_', '-'))) {
        return constant;
      }
    }
    String all = String.join(", ", Arrays.stream(type.getEnumConstants()).map(Row::name).toList());
    throw fault(column, "unknown-" + name(column), "Write one of: " + all + ".");
  }

  /** A constant as a cell spells it. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static InvalidValueException fault(Column column, String code, String detail) {
    return new InvalidValueException(column.title(), code, detail);
  }
}
