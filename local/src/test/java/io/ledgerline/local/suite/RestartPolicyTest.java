package io.ledgerline.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final RestartPolicy policy = new RestartPolicy();

  @Test
  void pausesGrowFromDeathToDeath() {
    assertThat(policy.afterDeath(START, false)).contains(Duration.ofMillis(500));
    assertThat(policy.afterDeath(START.plusSeconds(1), false)).contains(Duration.ofMillis(1000));
    assertThat(policy.afterDeath(START.plusSeconds(2), false)).contains(Duration.ofMillis(2000));
  }

  @Test
  void theFifthDeathWithinAMinuteIsTheLast() {
    for (int death = 0; death < 4; death++) {
      assertThat(policy.afterDeath(START.plusSeconds(death), false)).isPresent();
    }

    assertThat(policy.afterDeath(START.plusSeconds(59), false)).isEmpty();
  }

  @Test
  void deathsFarApartAreForgotten() {
    for (int death = 0; death < 20; death++) {
      assertThat(policy.afterDeath(START.plus(Duration.ofMinutes(2L * death)), false))
          .contains(Duration.ofMillis(500));
    }
  }

  @Test
  void whatSomebodyKillsIsStartedAgainHoweverOften() {
    for (int death = 0; death < 20; death++) {
      assertThat(policy.afterDeath(START.plusSeconds(death), true))
          .contains(Duration.ofMillis(500));
    }
    assertThat(policy.afterDeath(START.plusSeconds(20), false))
        .as("its own deaths are counted apart")
        .contains(Duration.ofMillis(500));
  }
}
