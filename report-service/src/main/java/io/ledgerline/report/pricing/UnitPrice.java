package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * A flat rate: so much money for {@code per} units of a meter.
 *
 * @param rate 0 (free) or more, in the currency's main unit
 * @param per how many units the rate buys; a power of ten up to 10^9, so that division is exact
 * @param currency ISO 4217
 */
public record UnitPrice(BigDecimal rate, long per, Currency currency) {
  private static final long MOST = 1_000_000_000L;

  /** Checks sign and divisor. */
  public UnitPrice {
    rate = Decimals.normal(rate);
    Objects.requireNonNull(currency, "currency");
    if (rate.signum() < 0) {
      throw new InvalidValueException("rate", "negative-price", "A price is 0 or more.");
    }
    if (!isPowerOfTen(per)) {
      throw new InvalidValueException(
          "per", "invalid-unit", "A price is per 1, 10, 100 … up to 10^9 units.");
    }
  }

  /** The exact cost of {@code quantity}; nothing is rounded. */
  public Money of(Quantity quantity) {
    return new Money(quantity.value().multiply(rate).divide(BigDecimal.valueOf(per)), currency);
  }

  private static boolean isPowerOfTen(long per) {
    for (long power = 1; power <= MOST; power *= 10) {
      if (power == per) {
        return true;
      }
    }
    return false;
  }
}
