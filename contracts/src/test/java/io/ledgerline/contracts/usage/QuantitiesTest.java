package io.ledgerline.contracts.usage;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @Test
  void anEventUsesAtLeastOneMeterAndAtMost32() {
    assertRefused(() -> Quantities.of(Map.of()), "quantities", "missing");
    assertRefused(() -> Quantities.of((Map<MeterName, Quantity>) null), "quantities", "missing");
    assertRefused(() -> Quantities.fromNumbers(null), "quantities", "missing");
    assertThat(Quantities.fromNumbers(meters(32)).byMeter()).hasSize(32);
    assertRefused(() -> Quantities.fromNumbers(meters(33)), "quantities", "too-many-meters");
  }

  @Test
  void aFaultNamesItsMeter() {
    assertRefused(
        () -> Quantities.fromNumbers(Map.of("input_tokens", BigDecimal.ONE.negate())),
        "quantities.input_tokens",
        "negative-quantity");
    Map<String, BigDecimal> absent = new HashMap<>();
    absent.put("images", null);
    assertRefused(() -> Quantities.fromNumbers(absent), "quantities.images", "missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Input", "1st", "a-b", "a b", "input.tokens"})
  void aMeterIsNamedInOneWay(String name) {
    assertRefused(() -> new MeterName(name), "quantities", "invalid-meter");
  }

  @Test
  void aMeterThatIsNotCarriedIsZero() {
    Quantities quantities = Quantities.of(MeterName.INPUT_TOKENS, 7);

    assertThat(quantities.of(MeterName.INPUT_TOKENS)).isEqualTo(Quantity.of(7));
    assertThat(quantities.of(MeterName.OUTPUT_TOKENS)).isEqualTo(Quantity.ZERO);
  }

  @Test
  void metersAreSortedAndFixed() {
    Quantities quantities =
        Quantities.of(
            Map.of(MeterName.OUTPUT_TOKENS, Quantity.ONE, MeterName.IMAGES, Quantity.of(2)));

    assertThat(quantities.numbers().keySet()).containsExactly("images", "output_tokens");
    assertThatThrownBy(() -> quantities.byMeter().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Map<String, BigDecimal> meters(int count) {
    Map<String, BigDecimal> meters = new HashMap<>();
    for (int i = 0; i < count; i++) {
      meters.put("meter_" + i, BigDecimal.TEN);
    }
    return meters;
  }
}
