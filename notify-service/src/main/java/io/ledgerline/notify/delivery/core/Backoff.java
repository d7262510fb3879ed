package io.ledgerline.notify.delivery.core;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: exponential, capped, with jitter, so that many
 * deliveries that failed together do not come back together.
 *
 * <pre>
 *   failure   1      2        3            4
 *   bound     first  first*2  first*4      most (from here on)
 *   wait      [bound/2 .. bound], evenly spread
 * </pre>
 *
 * @param first upper bound of the first wait, above zero
 * @param most upper bound of any wait, not below {@code first}
 */
public record Backoff(Duration first, Duration most) {
  private static final int MAX_DOUBLINGS = 40;

  /** Checks the bounds. */
  public Backoff {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "backoff needs 0 < first <= most, not first %s and most %s".formatted(first, most));
    }
  }

  /** The longest wait after {@code failures} failures in a row, 1 or more. */
  public Duration bound(int failures) {
    if (failures < 1) {
      throw new IllegalArgumentException("no failure, nothing to wait for");
    }
    int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
    long ceiling = most.toMillis() >> doublings;
    return ceiling < first.toMillis() ? most : min(first.multipliedBy(1L << doublings));
  }

  /** The wait after {@code failures} failures in a row: between half the bound and the bound. */
  public Duration delay(int failures, RandomGenerator random) {
    long bound = bound(failures).toMillis();
    long half = bound / 2;
    return Duration.ofMillis(half + random.nextLong(bound - half + 1));
  }

  private Duration min(Duration wanted) {
    return wanted.compareTo(most) < 0 ? wanted : most;
  }
}
