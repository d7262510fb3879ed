package io.ledgerline.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * When a part that died is started again: after 0.5, 1, 2, 4 seconds, and no more once it has died
 * five times within a minute. Not for several threads.
 */
final class RestartPolicy {
  static final int MOST_DEATHS = 5;
  static final Duration WITHIN = Duration.ofMinutes(1);

  private static final long FIRST_MILLIS = 500;

  private final Deque<Instant> deaths = new ArrayDeque<>();

  /** How long to wait after a death at {@code now}; empty when it is to stay dead. */
  Optional<Duration> afterDeath(Instant now) {
    deaths.addLast(now);
    while (deaths.getFirst().isBefore(now.minus(WITHIN))) {
      deaths.removeFirst();
    }
    return deaths.size() >= MOST_DEATHS
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(FIRST_MILLIS << (deaths.size() - 1)));
  }
}
