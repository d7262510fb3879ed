package io.ledgerline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MovableClockTest {
  private static final Instant START = Instant.parse("2023-11-17T02:30:00Z");

  @Test
  void itStandsStillUntilItIsMoved() {
    MovableClock clock = MovableClock.at(START);

    clock.advance(Duration.ofMinutes(15));

    assertThat(clock.instant()).isEqualTo(Instant.parse("2023-11-17T02:45:00Z"));
  }

  @Test
  void aViewInAnotherZoneMovesWithIt() {
    MovableClock clock = MovableClock.at(START);
    Clock inKathmandu = clock.withZone(ZoneId.of("Asia/Kathmandu"));

    clock.set(START.plusSeconds(1));

    assertThat(inKathmandu.instant()).isEqualTo(START.plusSeconds(1));
    assertThat(inKathmandu.getZone()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
  }
}
