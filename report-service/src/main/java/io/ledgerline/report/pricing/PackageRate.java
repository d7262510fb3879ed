package io.ledgerline.report.pricing;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * So much for each block, begun ones in full.
 *
 * @param size units in a block, above 0; tokens, say, whatever the price is per
 * @param price of a block, 0 or more
 * @param over what is counted together before blocks are cut
 */
public record PackageRate(BigDecimal size, BigDecimal price, Accumulation over) implements Rate {
  /** Checks size, sign and that it says what it adds up over. */
  public PackageRate {
    size = Amounts.positive("size", size);
    price = Amounts.price(price);
    Objects.requireNonNull(over, "over");
  }
}
