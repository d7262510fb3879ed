package io.ledgerline.notify.delivery.core;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How a delivery stands, and the only ways on.
 *
 * <pre>
 *   PENDING ──► RETRYING ──► DELIVERED      a failure that may pass leads to RETRYING,
 *      │  └──────│──────────────▲           the last one allowed to DEAD;
 *      │         ▼                          a refusal leads to DEAD at once;
 *      └──────► DEAD ──replay──► PENDING    a replay starts a new round of attempts
 * </pre>
 *
 * @param state where it is
 * @param attempts attempts made so far, in all rounds
 * @param round attempts made since it was accepted or last replayed
 * @param revision grows by one with every change of state
 * @param dueAt when the next attempt may start; null once there is none
 */
public record Progress(State state, int attempts, int round, long revision, Instant dueAt) {
  /** A delivery that was just accepted. */
  public static Progress accepted(Instant now) {
    return new Progress(State.PENDING, 0, 0, 1, now);
  }

  /** Whether attempts are still made. */
  public boolean isOpen() {
    return state == State.PENDING || state == State.RETRYING;
  }

  /** With one more attempt under way; the state changes only when it ends. */
  public Progress attempting() {
    requireOpen();
    return new Progress(state, attempts + 1, round + 1, revision, dueAt);
  }

  /** After an attempt, which {@link #attempting} has counted. */
  public Progress after(
      AttemptResult result, RetryRules rules, Instant now, RandomGenerator random) {
    requireOpen();
    return switch (result.outcome()) {
      case DELIVERED -> moved(State.DELIVERED, null);
      case REFUSED -> moved(State.DEAD, null);
      case FAILED, LOST ->
          round >= rules.attempts()
              ? moved(State.DEAD, null)
              : moved(State.RETRYING, now.plus(rules.backoff().delay(round, random)));
      case RUNNING -> throw new IllegalArgumentException("the attempt has not ended");
    };
  }

  /** A new round of attempts for one that is dead; empty for any other. */
  public Optional<Progress> replayed(Instant now) {
    return state == State.DEAD
        ? Optional.of(new Progress(State.PENDING, attempts, 0, revision + 1, now))
        : Optional.empty();
  }

  private Progress moved(State to, Instant due) {
    return new Progress(to, attempts, round, revision + 1, due);
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new IllegalStateException("a delivery that is " + state + " has no attempts");
    }
  }
}
