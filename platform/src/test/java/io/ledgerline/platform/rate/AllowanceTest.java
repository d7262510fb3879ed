package io.ledgerline.platform.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Allowance TEN_A_MINUTE = new Allowance(10, Duration.ofMinutes(1));

  @Test
  void allOfItMayBeUsedAtOnceAndComesBackEvenly() {
    Instant full = null;
    for (int i = 9; i >= 0; i--) {
      Allowance.Grant grant = TEN_A_MINUTE.take(full, NOON);
      assertThat(grant.granted()).isTrue();
      assertThat(grant.remaining()).isEqualTo(i);
      full = grant.full();
    }
    Allowance.Grant refused = TEN_A_MINUTE.take(full, NOON);
    assertThat(refused.granted()).isFalse();
    assertThat(refused.untilNext()).isEqualTo(Duration.ofSeconds(6));
    assertThat(refused.untilFull()).isEqualTo(Duration.ofMinutes(1));
    assertThat(TEN_A_MINUTE.take(refused.full(), NOON.plusSeconds(5)).granted()).isFalse();
    assertThat(TEN_A_MINUTE.take(refused.full(), NOON.plusSeconds(6)).granted()).isTrue();
    assertThat(TEN_A_MINUTE.take(full, NOON.plusSeconds(60)).remaining()).isEqualTo(9);
  }

  @Test
  void aClockThatJumpsBackCostsAWindowAtMost() {
    Instant full = TEN_A_MINUTE.take(null, NOON).full();
    Instant before = NOON.minusSeconds(86_400);
    Allowance.Grant refused = TEN_A_MINUTE.take(full, before);
    assertThat(refused.granted()).isFalse();
    assertThat(TEN_A_MINUTE.take(refused.full(), before.plusSeconds(6)).granted()).isTrue();
  }

  @Property
  void noMoreIsGrantedThanTheAllowanceAndWhatCameBack(
      @ForAll @Size(max = 200) List<@IntRange(max = 10_000) Integer> pauses) {
    Instant now = NOON;
    Instant full = null;
    int granted = 0;
    for (int pause : pauses) {
      now = now.plusMillis(pause);
      Allowance.Grant grant = TEN_A_MINUTE.take(full, now);
      full = grant.full();
      granted += grant.granted() ? 1 : 0;
      assertThat(grant.remaining()).isBetween(0L, 9L);
    }
    long comeBack = Duration.between(NOON, now).dividedBy(Duration.ofSeconds(6));
    assertThat(granted).isLessThanOrEqualTo((int) (10 + comeBack));
  }
}
