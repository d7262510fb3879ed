package io.ledgerline.notify.delivery.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Property
  void aDelayLiesBetweenHalfTheBoundAndTheBound(
      @ForAll("backoffs") Backoff backoff,
      @ForAll @IntRange(min = 1, max = 10_000) int failures,
      @ForAll long seed) {
    Duration bound = backoff.bound(failures);
    Duration delay = backoff.delay(failures, new Random(seed));

    assertThat(delay).isLessThanOrEqualTo(bound);
    assertThat(delay.toMillis()).isGreaterThanOrEqualTo(bound.toMillis() / 2);
  }

  @Property
  void boundsGrowMonotonouslyFromTheFirstToTheMost(
      @ForAll("backoffs") Backoff backoff, @ForAll @IntRange(min = 1, max = 10_000) int failures) {
    assertThat(backoff.bound(1)).isEqualTo(backoff.first());
    assertThat(backoff.bound(failures + 1)).isGreaterThanOrEqualTo(backoff.bound(failures));
    assertThat(backoff.bound(failures)).isLessThanOrEqualTo(backoff.most());
    assertThat(backoff.bound(Integer.MAX_VALUE)).isEqualTo(backoff.most());
  }

  @Test
  void theBoundDoublesUntilItReachesTheCap() {
    Backoff backoff = new Backoff(SECOND, Duration.ofSeconds(10));
    assertThat(backoff.bound(1)).hasSeconds(1);
    assertThat(backoff.bound(2)).hasSeconds(2);
    assertThat(backoff.bound(3)).hasSeconds(4);
    assertThat(backoff.bound(4)).hasSeconds(8);
    assertThat(backoff.bound(5)).hasSeconds(10);
    assertThat(backoff.bound(6)).hasSeconds(10);
  }

  @Test
  void deliveriesThatFailedTogetherDoNotComeBackTogether() {
    Backoff backoff = new Backoff(SECOND, Duration.ofHours(1));
    Random random = new Random(7);
    Set<Duration> delays = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      delays.add(backoff.delay(5, random));
    }
    assertThat(delays).hasSizeGreaterThan(90);
  }

  @Test
  void theBoundsMustMakeSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(Duration.ZERO, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(SECOND, Duration.ofMillis(999)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Backoff(SECOND, SECOND).delay(0, new Random(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetryRules(new Backoff(SECOND, SECOND), 0));
  }

  @Provide
  Arbitrary<Backoff> backoffs() {
    Arbitrary<Long> first = Arbitraries.longs().between(1, 3_600_000);
    Arbitrary<Long> more = Arbitraries.longs().between(0, 86_400_000);
    return Combinators.combine(first, more)
        .as((f, m) -> new Backoff(Duration.ofMillis(f), Duration.ofMillis(f + m)));
  }
}
