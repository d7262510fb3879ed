package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchEffectTest {
  private static final Instant T = Instant.parse("2024-05-25T08:14:59.999Z");

  private static Batches.Event event(Instant time, long tokens) {
    return new Batches.Event(
        Batches.dimensions("a", "m"), time, Quantities.of(MeterName.INPUT_TOKENS, tokens));
  }

  @Test
  void theEffectIsKeptByChargeQuarterHour() {
    BatchEffect effect =
        BatchEffect.of(
            Batches.batch(
                TenantId.DEFAULT,
                List.of(event(T, 5), event(T.plusMillis(1), 7), event(T.minusSeconds(800), 1))));
    assertThat(effect.quarters().values())
        .extracting(BatchEffect.Part::events)
        .containsExactly(2L, 1L);
    assertThat(effect.quarters().values())
        .extracting(BatchEffect.Part::quantities)
        .containsExactly(
            new java.util.TreeMap<>(Map.of("input_tokens", "6")),
            new java.util.TreeMap<>(Map.of("input_tokens", "7")));
    assertThat(effect.quarters().firstKey())
        .isEqualTo(Instant.parse("2024-05-25T08:00:00Z").getEpochSecond());
  }
}
