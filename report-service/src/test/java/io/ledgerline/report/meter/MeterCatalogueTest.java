package io.ledgerline.report.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterCatalogueTest {
  private static final MeterCatalogue BUILT_IN = MeterCatalogue.BUILT_IN;

  private static Meter meter(String name, String unit, Meter.Kind kind) {
    return new Meter(new MeterName(name), unit, kind, null);
  }

  private static void refused(String code, Runnable stated) {
    assertThatThrownBy(stated::run)
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "input_tokens, token, 1",
    "images, image, 1",
    "requests, request, 1",
    "cpu_cores, core-hour, 1",
    "gpus, GPU-hour, 1",
    "storage_bytes, byte-hour, 1",
    "storage_bytes, GB-hour, 0.000000001",
    "storage_bytes, GiB-hour, 0.000000000931322574615478515625",
    "ram_mb, GB-hour, 0.001",
    "ram_mb, byte-hour, 1000000",
    "ram_mb, MiB-hour, 0.95367431640625",
  })
  void aMeterIsPricedInItsUnitAndBytesInAnyOther(String name, String unit, BigDecimal factor) {
    assertThat(BUILT_IN.factor(new MeterName(name), unit)).isEqualByComparingTo(factor);
  }

  @ParameterizedTest
  @CsvSource({
    "input_tokens, image",
    "input_tokens, tokens",
    "storage_bytes, byte",
    "storage_bytes, core-hour",
    "storage_bytes, gb-hour",
    "cpu_cores, GB-hour",
    "cpu_cores, core-day",
  })
  void aUnitThatDoesNotFitIsUnknown(String name, String unit) {
    refused("unknown-unit", () -> BUILT_IN.check(new MeterName(name), unit));
  }

  @Test
  void aMeterThatNobodyAddedIsUnknownAndOneThatWasAddedIsNot() {
    MeterName steps = new MeterName("training_steps");
    refused("unknown-meter", () -> BUILT_IN.check(steps, "step"));
    MeterCatalogue own =
        BUILT_IN.with(
            List.of(
                meter("training_steps", "step", Meter.Kind.COUNTER),
                meter("input_tokens", "image", Meter.Kind.COUNTER)));
    own.check(steps, "step");
    own.check(new MeterName("input_tokens"), "token");
    assertThat(own.all()).hasSize(BUILT_IN.all().size() + 1);
  }

  @Test
  void everyUnitThatAMeterNamesFitsIt() {
    for (Meter meter : BUILT_IN.all()) {
      assertThat(MeterCatalogue.units(meter))
          .startsWith(meter.summedUnit())
          .doesNotHaveDuplicates();
      MeterCatalogue.units(meter).forEach(unit -> BUILT_IN.check(meter.name(), unit));
      assertThat(meter.description()).isNotBlank();
    }
  }

  @Test
  void unitsAreWordsAndKindsAreTwo() {
    refused("invalid-unit", () -> meter("x", "a unit", Meter.Kind.COUNTER));
    refused("missing", () -> meter("x", " ", Meter.Kind.COUNTER));
    refused("unknown-meter-kind", () -> Meter.Kind.of("histogram"));
    assertThat(Meter.Kind.of("gauge")).isEqualTo(Meter.Kind.GAUGE);
  }
}
