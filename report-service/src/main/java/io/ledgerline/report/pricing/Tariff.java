package io.ledgerline.report.pricing;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * How much: what a price lays down for the usage it matches.
 *
 * @param rate how quantities become amounts
 * @param unit what the rate is for
 * @param currency ISO 4217
 */
public record Tariff(Rate rate, PriceUnit unit, Currency currency) {
  /** Checks that all is there. */
  public Tariff {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(currency, "currency");
    if (rate instanceof PackageRate blocks && !isForABlock(blocks, unit)) {
      throw new InvalidValueException(
          "per",
          "not-a-block",
          "A package's price is for a whole block: leave 'per' out, or say the 'size' of the block.");
    }
  }

  private static boolean isForABlock(PackageRate blocks, PriceUnit unit) {
    return unit.per().compareTo(BigDecimal.ONE) == 0 || unit.per().compareTo(blocks.size()) == 0;
  }
}
