package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a rate is for: so many of a named unit, such as 1,000,000 tokens or 1 GB-hour.
 *
 * @param per how many, above 0; a product of powers of 2 and 5, so that division by it is exact
 * @param unit its name, singular: {@code token}, {@code image}, {@code request}, {@code GB-hour}
 */
public record PriceUnit(BigDecimal per, String unit) {
  /** Powers of ten, which need no division. */
  private static final Map<BigDecimal, Integer> ZEROS =
      IntStream.range(0, 12)
          .boxed()
          .collect(Collectors.toMap(n -> BigDecimal.TEN.pow(n), Function.identity()));

  /** Checks that the division is exact. */
  public PriceUnit {
    unit = Texts.required("unit", unit, Texts.MAX_NAME);
    per = per == null ? BigDecimal.ONE : per;
    if (per.signum() <= 0 || !Amounts.isBounded(per) || !divides(per)) {
      throw new InvalidValueException(
          "per",
          "invalid-unit",
          "A price is per 1, 10, 100, 1000 … units, or another number that divides exactly.");
    }
    per = Decimals.normal(per);
  }

  /** {@code quantity} in this unit, exactly. */
  public BigDecimal of(BigDecimal quantity) {
    Integer zeros = ZEROS.get(per);
    return zeros == null ? quantity.divide(per) : quantity.movePointLeft(zeros);
  }

  private static boolean divides(BigDecimal per) {
    try {
      BigDecimal.ONE.divide(per);
      return true;
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
