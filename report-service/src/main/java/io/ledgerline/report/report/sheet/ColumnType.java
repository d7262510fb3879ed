package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;

/** What a column's values are. Every value may be null: then its cell is empty. */
public enum ColumnType {
  /** A {@link String} of somebody's; the only type that a spreadsheet could take for a formula. */
  TEXT(String.class),
  /** A {@link Long} or {@link BigInteger}. */
  INTEGER(Long.class, BigInteger.class),
  /** A {@link BigDecimal}, written without exponent, as it is: zeros after the point stay. */
  DECIMAL(BigDecimal.class),
  /** An {@link Instant}, written in UTC. */
  INSTANT(Instant.class),
  /** A {@link LocalDate}. */
  DATE(LocalDate.class);

  private final Class<?>[] takes;

  ColumnType(Class<?>... takes) {
    this.takes = takes;
  }

  /** Whether its values are numbers. */
  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  boolean takes(Object value) {
    for (Class<?> type : takes) {
      if (type.isInstance(value)) {
        return true;
      }
    }
    return value == null;
  }
}
