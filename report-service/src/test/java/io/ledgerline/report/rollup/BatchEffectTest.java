package io.ledgerline.report.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BatchEffectTest {
  private static final Instant T = Instant.parse("2024-05-25T08:14:59.999Z");

  private static Batches.Event event(Instant time, long tokens) {
    return new Batches.Event(
        Batches.dimensions("a", "m"), time, Quantities.of(MeterName.INPUT_TOKENS, tokens));
  }

  private static Batches.Event reversal(Instant time, long tokens) {
    return new Batches.Event(
        Batches.dimensions("a", "m"), time, Quantities.of(MeterName.INPUT_TOKENS, tokens), -1);
  }

  private static BatchEffect effect(Batches.Event... events) {
    return Batches.read(Batches.batch(TenantId.DEFAULT, List.of(events))).effect(ChargeSpan.ALL);
  }

  @Test
  void whatIsTakenBackCountsAgainst() {
    BatchEffect effect = effect(event(T, 5), event(T, 7), reversal(T, 12));
    assertThat(effect.quarters().values())
        .containsExactly(new BatchEffect.Part(1, new TreeMap<>(Map.of("input_tokens", "0"))));
    assertThat(effect(reversal(T, 3)).quarters().values())
        .containsExactly(new BatchEffect.Part(-1, new TreeMap<>(Map.of("input_tokens", "-3"))));
  }

  @Property(tries = 60)
  void theFastEffectIsThePlainOne(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 80) int count) {
    UsageBatch batch = Batches.batch(TenantId.DEFAULT, Batches.events(random, count));
    assertThat(Batches.read(batch).effect(ChargeSpan.ALL).quarters())
        .isEqualTo(PlainRollup.effect(batch));
  }

  @Test
  void theEffectIsKeptByChargeQuarterHour() {
    BatchEffect effect =
        effect(event(T, 5), event(T.plusMillis(1), 7), event(T.minusSeconds(800), 1));
    assertThat(effect.quarters().values())
        .extracting(BatchEffect.Part::events)
        .containsExactly(2L, 1L);
    assertThat(effect.quarters().values())
        .extracting(BatchEffect.Part::quantities)
        .containsExactly(
            new TreeMap<>(Map.of("input_tokens", "6")), new TreeMap<>(Map.of("input_tokens", "7")));
    assertThat(effect.quarters().firstKey())
        .isEqualTo(Instant.parse("2024-05-25T08:00:00Z").getEpochSecond());
  }
}
