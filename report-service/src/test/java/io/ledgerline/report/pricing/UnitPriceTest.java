package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPriceTest {
  @ParameterizedTest
  @CsvSource({
    "1000, 0.003, 1000, 0.003",
    "7, 0.0001, 1000, 0.0000007",
    "446, 0.00125, 1000, 0.0005575",
    "2, 0.01, 1, 0.02",
    "0.5, 3, 1000000, 0.0000015",
    "999999999999999999, 0.000000000000000001, 1000000000, 0.000000000999999999999999999"
  })
  void theCostIsExact(String quantity, String rate, long per, String cost) {
    UnitPrice price = new UnitPrice(new BigDecimal(rate), per, Money.usd());
    assertThat(price.of(new Quantity(new BigDecimal(quantity))).amount())
        .isEqualByComparingTo(cost);
  }

  @Test
  void aNegativeRateIsRefused() {
    assertThatThrownBy(() -> new UnitPrice(new BigDecimal("-0.1"), 1, Money.usd()))
        .isInstanceOf(InvalidValueException.class)
        .extracting(e -> ((InvalidValueException) e).code())
        .isEqualTo("negative-price");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 3, 999, 10_000_000_000L})
  void aDivisorThatIsNoPowerOfTenIsRefused(long per) {
    assertThatThrownBy(() -> new UnitPrice(BigDecimal.ONE, per, Money.usd()))
        .isInstanceOf(InvalidValueException.class);
  }
}
