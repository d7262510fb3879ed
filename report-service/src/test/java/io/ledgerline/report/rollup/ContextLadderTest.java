package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextLadderTest {
  private static final ContextLadder LADDER = ContextLadder.V1;

  private static String context(Map<String, String> quantities) {
    return context(PriceClass.NONE, quantities);
  }

  private static String context(PriceClass stated, Map<String, String> quantities) {
    Map<MeterName, Quantity> byMeter = new HashMap<>();
    quantities.forEach(
        (meter, amount) -> byMeter.put(new MeterName(meter), new Quantity(new BigDecimal(amount))));
    return LADDER.classOf(stated, Quantities.of(byMeter)).values().get(PriceClass.CONTEXT);
  }

  @ParameterizedTest(name = "{0} tokens: {1}")
  @CsvSource({
    "0, ",
    "32000, ",
    "32000.000000001, 32k",
    "32001, 32k",
    "128000, 32k",
    "128001, 128k",
    "200000, 128k",
    "200001, 200k",
    "252000, 200k",
    "252001, 252k",
    "256000, 252k",
    "256001, 256k",
    "272000, 256k",
    "272001, 272k",
    "512000, 272k",
    "512001, 512k",
    "1000000, 512k",
    "1000001, 1000k",
    "999999999999999999, 1000k"
  })
  void aStepBelongsToTheBandBelowIt(String size, String band) {
    assertThat(context(Map.of("input_tokens", size))).isEqualTo(band);
  }

  @Test
  void theSizeIsAllInputCachedOrNotAndNoOutput() {
    assertThat(
            context(
                Map.of(
                    "input_tokens", "100000",
                    "cache_read_tokens", "60000",
                    "cache_write_tokens", "40001",
                    "output_tokens", "999999")))
        .isEqualTo("200k");
    assertThat(context(Map.of("output_tokens", "999999"))).isNull();
  }

  @Test
  void fractionsOfTokensAddUpToo() {
    assertThat(context(Map.of("input_tokens", "31999.5", "cache_read_tokens", "0.5"))).isNull();
    assertThat(context(Map.of("input_tokens", "31999.5", "cache_read_tokens", "0.6")))
        .isEqualTo("32k");
  }

  @ParameterizedTest(name = "requests {0}")
  @CsvSource({"2", "1.5", "1000"})
  void whatStandsForSeveralRequestsHasNoSize(String requests) {
    assertThat(context(Map.of("input_tokens", "900000", "requests", requests))).isNull();
  }

  @ParameterizedTest(name = "requests {0}")
  @CsvSource({"0", "1"})
  void oneRequestOrARefusedOneHasASize(String requests) {
    assertThat(context(Map.of("input_tokens", "900000", "requests", requests))).isEqualTo("512k");
  }

  @Test
  void aContextThatTheSourceStatesWins() {
    PriceClass stated = PriceClass.of(Map.of("context", "8k", "batch", "true"));
    assertThat(context(stated, Map.of("input_tokens", "900000"))).isEqualTo("8k");
  }

  @Test
  void aFullPriceClassHasRoomForTheContext() {
    Map<String, String> full = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      full.put("entry_" + i, "x");
    }
    assertThat(context(PriceClass.of(full), Map.of("input_tokens", "40000"))).isEqualTo("32k");
  }

  @Test
  void itTellsItsStepsByNameAndBySize() {
    assertThat(LADDER.names())
        .containsExactly("32k", "128k", "200k", "252k", "256k", "272k", "512k", "1000k");
    assertThat(LADDER.stepOf("272k")).hasValue(272_000);
    assertThat(LADDER.stepOf("100k")).isEmpty();
    assertThat(LADDER.isStep(new BigDecimal("2E+5"))).isTrue();
    assertThat(LADDER.isStep(new BigDecimal("200001"))).isFalse();
  }

  @Test
  void aLadderRisesByWholeThousands() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ContextLadder(2, List.of(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> new ContextLadder(2, List.of(1500)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContextLadder(2, List.of(2000, 2000)));
  }

  @Property
  void aLargerRequestIsNeverInALowerBand(
      @ForAll @LongRange(min = 0, max = 1_100_000) long one,
      @ForAll @LongRange(min = 0, max = 1_100_000) long more) {
    assertThat(LADDER.band(one + more, false)).isGreaterThanOrEqualTo(LADDER.band(one, false));
    assertThat(LADDER.band(one, true)).isGreaterThanOrEqualTo(LADDER.band(one, false));
  }
}
