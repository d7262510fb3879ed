package io.ledgerline.report.pricing;

import java.math.BigDecimal;

/**
 * So much for each unit.
 *
 * @param price 0 (free) or more
 */
public record FlatRate(BigDecimal price) implements Rate {
  /** Checks the sign. */
  public FlatRate {
    price = Amounts.price(price);
  }
}
