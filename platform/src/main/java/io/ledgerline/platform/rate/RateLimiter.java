package io.ledgerline.platform.rate;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests by caller, in the memory of this replica: an estimate that guards the service,
 * not a bill. Thread-safe.
 */
@Singleton
public class RateLimiter {
  /** Above so many callers those who have everything back are forgotten. */
  private static final int MANY = 10_000;

  private final Map<String, Instant> fullBy = new ConcurrentHashMap<>();
  private final Optional<Allowance> allowance;
  private final Clock clock;

  RateLimiter(RateLimitConfig config, Clock clock) {
    this.allowance =
        config.requests() <= 0
            ? Optional.empty()
            : Optional.of(new Allowance(config.requests(), config.window()));
    this.clock = clock;
  }

  /** What is allowed; empty for no limit. */
  Optional<Allowance> allowance() {
    return allowance;
  }

  /** Takes one request of a caller. */
  Allowance.Grant take(Allowance of, String caller) {
    Instant now = clock.instant();
    if (fullBy.size() > MANY) {
      fullBy.values().removeIf(full -> !full.isAfter(now));
    }
    Allowance.Grant[] grant = new Allowance.Grant[1];
    fullBy.compute(
        caller,
        (key, before) -> {
          grant[0] = of.take(before, now);
          return grant[0].full();
        });
    return grant[0];
  }
}
