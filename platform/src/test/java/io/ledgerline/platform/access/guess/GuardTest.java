package io.ledgerline.platform.access.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.platform.access.guess.FailedLogins.Summary;
import io.ledgerline.platform.problem.TooMany;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Waits THREE =
      new Waits(3, Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(30));
  private static final String GUESSER = "192.0.2.1";
  private static final String RIGHT = "00ff";

  private final FailedLogins failed = new FailedLogins();
  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private final Guard guard = new Guard(THREE, failed, () -> now);

  private void guess(int times) {
    for (int i = 0; i < times; i++) {
      guard.wrong(GUESSER, "0000000" + i);
    }
  }

  @Test
  void aFewWrongKeysCostNothingAndOneMoreMakesTheAddressWait() {
    guess(3);
    assertThatCode(() -> guard.check(GUESSER, RIGHT)).doesNotThrowAnyException();
    assertThat(guard.wrong(GUESSER, null)).isEqualTo(Duration.ofSeconds(1));
    assertThatThrownBy(() -> guard.check(GUESSER, RIGHT)).isInstanceOf(TooMany.class);
    now = now.plusSeconds(1);
    assertThatCode(() -> guard.check(GUESSER, RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void eachFurtherWrongKeyDoublesTheWaitUpToTheLongest() {
    guess(3);
    for (int expected : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      assertThat(guard.wrong(GUESSER, null)).isEqualTo(Duration.ofSeconds(expected));
      now = now.plusSeconds(expected);
    }
  }

  @Test
  void afterAQuietWindowTheCountBeginsAnew() {
    guess(4);
    now = now.plusSeconds(62);
    assertThat(guard.wrong(GUESSER, null)).isZero();
  }

  @Test
  void otherAddressesAreNotHeldUpByAGuesser() {
    guess(50);
    assertThatCode(() -> guard.check("192.0.2.2", RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void aKeyThatWasRightFromTheSameAddressLatelyGoesOn() {
    guard.right(GUESSER, RIGHT);
    guess(50);
    assertThatCode(() -> guard.check(GUESSER, RIGHT)).doesNotThrowAnyException();
    assertThatThrownBy(() -> guard.check(GUESSER, "11")).isInstanceOf(TooMany.class);
  }

  @Test
  void wrongSecretsForOnePrefixWaitWhereverTheyComeFrom() {
    for (int i = 0; i < 3; i++) {
      assertThat(guard.wrong("198.51.100." + i, "deadbeef")).isZero();
    }
    assertThat(guard.wrong("198.51.100.77", "deadbeef")).isEqualTo(Duration.ofSeconds(1));
    assertThatCode(() -> guard.check("198.51.100.78", RIGHT)).doesNotThrowAnyException();
  }

  @Test
  void thousandsOfTriesAreAFewLinesForTheAuditLog() {
    for (int i = 0; i < 10_000; i++) {
      try {
        guard.check(GUESSER, "0" + i);
        guard.wrong(GUESSER, "deadbeef");
      } catch (TooMany e) {
        assertThat(e.extensions()).containsKey("retryAfterSeconds");
      }
    }
    assertThat(failed.take())
        .extracting(Summary::count)
        .extracting(count -> count.wrong() + count.slowed())
        .containsExactlyInAnyOrder(4L, 9_996L);
    assertThat(failed.take()).isEmpty();
  }

  @Property(tries = 50)
  void memoryIsBoundedWhateverAddressesGuess(@ForAll @IntRange(min = 1, max = 500) int addresses) {
    Tallies tallies = new Tallies(THREE, 100);
    for (int i = 0; i < addresses; i++) {
      tallies.failed("a" + i, now.plusMillis(i));
      tallies.failed("a" + i, now.plusMillis(i));
      assertThat(tallies.size()).isLessThanOrEqualTo(100);
    }
  }

  @Test
  void whoeverFailedOftenIsNotForgottenForThoseWhoFailedOnce() {
    Tallies tallies = new Tallies(THREE, 100);
    for (int i = 0; i < 5; i++) {
      tallies.failed("guesser", now);
    }
    for (int i = 0; i < 1_000; i++) {
      tallies.failed("once" + i, now);
    }
    assertThat(tallies.left("guesser", now)).isPositive();
  }
}
