package io.ledgerline.report.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.directory.DirectorySource;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceStateTest {
  private static final Instant HEARD = Instant.parse("2026-03-01T00:00:00Z");
  private static final DirectorySource SOURCE = new DirectorySource("okta", "scim", HEARD);

  @Test
  void aSourceIsStaleOnceItWasExpectedAndNotHeard() {
    SourceState daily = new SourceState(SOURCE, Duration.ofDays(1));
    assertThat(daily.isStale(HEARD.plus(Duration.ofDays(1)))).isFalse();
    assertThat(daily.isStale(HEARD.plus(Duration.ofDays(1)).plusMillis(1))).isTrue();
    assertThat(new SourceState(SOURCE, null).isStale(Instant.MAX)).isFalse();
  }

  @Test
  void clocksThatDisagreeMakeNoSourceYoungerThanNothing() {
    assertThat(SOURCE.age(HEARD.minusSeconds(5))).isZero();
  }
}
