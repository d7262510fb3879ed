package io.ledgerline.report.vendor.vergeos.query;

import java.math.BigDecimal;

/** A value as it stands in a filter. */
public sealed interface Literal {
  /**
   * A number; {@code true} and {@code false} are 1 and 0.
   *
   * @param value of any size that the filter's length allows
   */
  record Number(BigDecimal value) implements Literal {}

  /**
   * A text.
   *
   * @param value without its quotes
   */
  record Text(String value) implements Literal {}

  /** No value at all. Every field has one, so nothing is the same as it. */
  record Nothing() implements Literal {}
}
