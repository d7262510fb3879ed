package io.ledgerline.notify.delivery.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:30:00Z");
  private static final RetryRules RULES =
      new RetryRules(new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1)), 3);
  private static final Random RANDOM = new Random(1);

  @Test
  void anAcceptedDeliveryIsDueAtOnce() {
    Progress accepted = Progress.accepted(NOW);
    assertThat(accepted).isEqualTo(new Progress(State.PENDING, 0, 0, 1, NOW));
    assertThat(accepted.isOpen()).isTrue();
  }

  @Test
  void aConfirmedAttemptEndsIt() {
    Progress done = after(AttemptResult.delivered("Message-ID <1@x>"), Progress.accepted(NOW));
    assertThat(done).isEqualTo(new Progress(State.DELIVERED, 1, 1, 2, null));
    assertThat(done.isOpen()).isFalse();
  }

  @Test
  void aRefusalEndsItAtOnce() {
    Progress dead = after(AttemptResult.refused("550"), Progress.accepted(NOW));
    assertThat(dead).isEqualTo(new Progress(State.DEAD, 1, 1, 2, null));
  }

  @Test
  void failuresAreRetriedLaterAndLaterUntilNoAttemptIsLeft() {
    Progress first = after(AttemptResult.failed("timeout"), Progress.accepted(NOW));
    assertThat(first.state()).isEqualTo(State.RETRYING);
    assertThat(first.dueAt()).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(2));

    Progress second = after(AttemptResult.lost(), first);
    assertThat(second.state()).isEqualTo(State.RETRYING);
    assertThat(second.dueAt()).isBetween(NOW.plusSeconds(2), NOW.plusSeconds(4));

    Progress third = after(AttemptResult.failed("timeout"), second);
    assertThat(third).isEqualTo(new Progress(State.DEAD, 3, 3, 4, null));
  }

  @Test
  void aReplayStartsANewRoundAndKeepsTheCount() {
    Progress dead = after(AttemptResult.refused("550"), Progress.accepted(NOW));
    Progress replayed = dead.replayed(NOW).orElseThrow();

    assertThat(replayed).isEqualTo(new Progress(State.PENDING, 1, 0, 3, NOW));
    assertThat(after(AttemptResult.failed("x"), replayed).state()).isEqualTo(State.RETRYING);
  }

  @Test
  void onlyADeadDeliveryIsReplayed() {
    Progress accepted = Progress.accepted(NOW);
    assertThat(accepted.replayed(NOW)).isEmpty();
    assertThat(after(AttemptResult.delivered("ok"), accepted).replayed(NOW)).isEmpty();
  }

  @Test
  void aDeliveryThatHasEndedHasNoAttempts() {
    Progress done = after(AttemptResult.delivered("ok"), Progress.accepted(NOW));
    assertThatIllegalStateException().isThrownBy(done::attempting);
    assertThatIllegalStateException()
        .isThrownBy(() -> done.after(AttemptResult.failed("x"), RULES, NOW, RANDOM));
  }

  @Property
  void whateverHappensItEndsWithinItsAttemptsAndEveryChangeHasAHigherRevision(
      @ForAll("results") List<AttemptResult> results) {
    Progress progress = Progress.accepted(NOW);
    int made = 0;
    for (AttemptResult result : results) {
      if (!progress.isOpen()) {
        break;
      }
      Progress next = after(result, progress);
      made++;
      assertThat(next.revision()).isEqualTo(progress.revision() + 1);
      assertThat(next.attempts()).isEqualTo(made);
      assertThat(next.dueAt() == null).isEqualTo(!next.isOpen());
      progress = next;
    }
    assertThat(made).isLessThanOrEqualTo(RULES.attempts());
    if (made == RULES.attempts()) {
      assertThat(progress.isOpen()).isFalse();
    }
  }

  @Test
  void aDetailIsOneBoundedLine() {
    assertThat(AttemptResult.failed("550 no\r\nsuch\tuser\u0000").detail())
        .isEqualTo("550 no such user");
    assertThat(AttemptResult.failed("x".repeat(5000)).detail()).hasSize(500).endsWith("…");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttemptResult(Outcome.RUNNING, "still"));
  }

  @Provide
  Arbitrary<List<AttemptResult>> results() {
    return Arbitraries.of(
            AttemptResult.delivered("ok"),
            AttemptResult.failed("timeout"),
            AttemptResult.failed("timeout"),
            AttemptResult.refused("550"),
            AttemptResult.lost())
        .list()
        .ofMaxSize(10);
  }

  private static Progress after(AttemptResult result, Progress progress) {
    return progress.attempting().after(result, RULES, NOW, RANDOM);
  }
}
