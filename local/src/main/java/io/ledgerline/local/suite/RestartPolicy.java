package io.ledgerline.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When a part that died is started again: after 0.5, 1, 2, 4 seconds, and no more once it has died
 * of itself five times within a minute. One that somebody kills is started again however often that
 * is: there is nothing wrong with it. Not for several threads.
 */
final class RestartPolicy {
  static final int MOST_DEATHS = 5;
  static final Duration WITHIN = Duration.ofMinutes(1);

  private static final long FIRST_MILLIS = 500;

  private final Deque<Instant> deaths = new ArrayDeque<>();

  /**
   * How long to wait after a death at {@code now}; empty when it is to stay dead.
   *
   * @param killed whether a signal of somebody else's ended it
   */
  Optional<Duration> afterDeath(Instant now, boolean killed) {
    if (killed) {
      return Optional.of(Duration.ofMillis(FIRST_MILLIS));
    }
    deaths.addLast(now);
    while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
      deaths.removeFirst();
    }
    return deaths.size() >= MOST_DEATHS
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(FIRST_MILLIS << (deaths.size() - 1)));
  }
}
