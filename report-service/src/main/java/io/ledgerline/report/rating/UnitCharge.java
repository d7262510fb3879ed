package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.RequestSizeRate;
import java.math.BigDecimal;

/**
 * How a price charges usage of one kind: so much for each unit of the meter, or by a running sum.
 *
 * @param price the price
 * @param each price of one unit of the meter; null when it depends on a sum
 * @param sum whose sum; null when it depends on none
 * @param over what is added up; null with {@code sum}
 */
record UnitCharge(PricedBy price, BigDecimal each, SumKey sum, Accumulation over) {
  /** How {@code price} charges this usage; null when the usage states a size that is none. */
  static UnitCharge of(PricedBy price, Dimensions dimensions, Payer payer) {
    return switch (price.tariff().rate()) {
      case FlatRate flat -> each(price, flat.price());
      case RequestSizeRate bySize ->
          bySize.price(dimensions.priceClass()).map(each -> each(price, each)).orElse(null);
      default -> {
        Accumulation over = RunningSum.over(price.tariff().rate());
        yield new UnitCharge(price, null, SumKey.of(price, over, dimensions, payer), over);
      }
    };
  }

  /** Whether it depends on what was used before. */
  boolean accumulates() {
    return sum != null;
  }

  private static UnitCharge each(PricedBy price, BigDecimal perUnit) {
    return new UnitCharge(
        price, perUnit.multiply(price.factor()).divide(price.tariff().unit().per()), null, null);
  }
}
