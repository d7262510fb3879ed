package io.ledgerline.report.vendor.vergeos.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a field is compared. */
public enum Operator {
  /** The same. */
  EQ("="),
  /** Another. */
  NE("<>"),
  /** Greater. */
  GT(">"),
  /** Greater or the same. */
  GE(">="),
  /** Less. */
  LT("<"),
  /** Less or the same. */
  LE("<="),
  /** Begins with. */
  BW(null),
  /** Ends with. */
  EW(null),
  /** Contains, capitals told from small letters. */
  CS(null),
  /** Contains, whatever the case. */
  CT(null),
  /** Fits a pattern in which {@code %} stands for any text and {@code _} for one character. */
  LIKE(null);

  private final String sql;

  Operator(String sql) {
    this.sql = sql;
  }

  /** Finds an operator by its name, in capitals or not. */
  static Optional<Operator> of(String name) {
    String capitals = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(o -> o.name().equals(capitals)).findFirst();
  }

  /** Whether it looks into a text, which a number is not. */
  boolean isOfTexts() {
    return sql == null;
  }

  /** The sign of SQL, for those that compare whole values. */
  String sql() {
    return sql;
  }
}
