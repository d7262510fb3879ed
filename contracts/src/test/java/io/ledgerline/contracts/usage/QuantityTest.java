package io.ledgerline.contracts.usage;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0E+999999999, 0",
    "-0.0, 0",
    "1.0, 1",
    "1E+3, 1000",
    "1.500000000, 1.5",
    "0.000000001, 0.000000001",
    "1.000000000000000000000000000, 1",
    "999999999999999999.999999999, 999999999999999999.999999999"
  })
  void aQuantityIsKeptInNormalForm(BigDecimal said, String kept) {
    assertThat(new Quantity(said)).hasToString(kept).isEqualTo(new Quantity(new BigDecimal(kept)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e18",
        "1e400",
        "1e999999999",
        "1234567890123456789012345678901234567890",
        "0.0000000001",
        "1e-400",
        "1e-999999999",
        "0.1234567890123456789012345678901234567890"
      })
  void anAbsurdQuantityIsRefusedAtOnce(String said) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () ->
            assertRefused(
                () -> new Quantity(new BigDecimal(said)), "quantity", "quantity-out-of-range"));
  }

  @Test
  void aQuantityIsThereAndNotNegative() {
    assertRefused(() -> new Quantity(null), "quantity", "missing");
    assertRefused(
        () -> new Quantity(new BigDecimal("-0.000000001")), "quantity", "negative-quantity");
    assertRefused(
        () -> new Quantity(new BigDecimal("-1e999999999")), "quantity", "negative-quantity");
  }

  @Property
  void everyQuantityInRangeKeepsItsValue(
      @ForAll @BigRange(min = "0", max = "999999999999999999") @Scale(9) BigDecimal said) {
    Quantity kept = new Quantity(said);

    assertThat(kept.value()).isEqualByComparingTo(said);
    assertThat(kept.toString()).doesNotContain("E");
    assertThat(new Quantity(new BigDecimal(kept.toString()))).isEqualTo(kept);
  }

  @Property
  void anyDecimalIsEitherKeptOrRefused(
      @ForAll @Positive BigInteger digits,
      @ForAll @IntRange(min = -2_000_000_000, max = 2_000_000_000) int scale) {
    BigDecimal said = new BigDecimal(digits, scale);
    boolean below = (long) said.precision() - scale <= Quantity.MAX_INTEGER_DIGITS;
    boolean fine = scale <= Quantity.MAX_DECIMALS;

    if (below && fine) {
      assertThat(new Quantity(said).value()).isEqualByComparingTo(said);
    } else if (!below || scale > Quantity.MAX_DECIMALS + Quantity.MAX_INTEGER_DIGITS) {
      assertRefused(() -> new Quantity(said), "quantity", "quantity-out-of-range");
    }
  }

  @Test
  void quantitiesSortByValue() {
    assertThat(Quantity.of(9)).isLessThan(Quantity.of(10)).isGreaterThan(Quantity.ONE);
  }
}
