package io.ledgerline.report.pricing;

import java.math.BigDecimal;

/**
 * One step of a band table.
 *
 * @param from where it begins: quantities above it are in the band
 * @param to where it ends, itself in the band; null for the last, which is open
 * @param price of a unit in it, 0 or more
 */
public record Band(BigDecimal from, BigDecimal to, BigDecimal price) {
  /** Checks the price; {@link Bands} checks how bands lie to one another. */
  public Band {
    from = from == null ? BigDecimal.ZERO : Amounts.bounded("from", from);
    to = to == null ? null : Amounts.bounded("to", to);
    price = Amounts.price(price);
  }
}
