package io.ledgerline.report.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceUnitTest {
  @ParameterizedTest
  @CsvSource({
    "1000, 1000, 1",
    "7, 1000, 0.007",
    "1, 1024, 0.0009765625",
    "0.5, 1000000, 0.0000005",
    "999999999999999999, 1000000000, 999999999.999999999"
  })
  void quantitiesInItAreExact(String quantity, String per, String expected) {
    PriceUnit unit = new PriceUnit(new BigDecimal(per), "token");
    assertThat(unit.of(new BigDecimal(quantity))).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "3", "999", "1000000000000"})
  void aDivisorThatDoesNotDivideExactlyIsRefused(String per) {
    assertThatThrownBy(() -> new PriceUnit(new BigDecimal(per), "token"))
        .isInstanceOf(InvalidValueException.class)
        .extracting(e -> ((InvalidValueException) e).code())
        .isEqualTo("invalid-unit");
  }

  @Test
  void aNegativePriceIsRefused() {
    assertThatThrownBy(() -> new FlatRate(new BigDecimal("-0.1")))
        .isInstanceOf(InvalidValueException.class)
        .extracting(e -> ((InvalidValueException) e).code())
        .isEqualTo("negative-price");
  }
}
