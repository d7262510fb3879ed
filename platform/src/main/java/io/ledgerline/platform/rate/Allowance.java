package io.ledgerline.platform.rate;

import java.time.Duration;
import java.time.Instant;

/**
 * How many requests one caller may make: so many at once, and what was used comes back evenly over
 * the window.
 *
 * @param most requests in a window
 * @param window how long all of them take to come back
 */
record Allowance(int most, Duration window) {
  Allowance {
    if (most < 1 || window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("an allowance needs requests and a window");
    }
  }

  /**
   * What became of a request.
   *
   * @param granted whether it may be made
   * @param full when everything will have come back; what is to be kept of the caller
   * @param remaining requests that may be made at once now
   * @param untilFull time until everything has come back
   * @param untilNext time until one request may be made; zero when it may now
   */
  record Grant(
      boolean granted, Instant full, long remaining, Duration untilFull, Duration untilNext) {}

  /**
   * Takes one request.
   *
   * @param before when everything would have come back as it was left last; null for a new caller
   * @param now what "now" is; a clock that jumps back costs nobody more than a window
   */
  Grant take(Instant before, Instant now) {
    Duration each = window.dividedBy(most);
    Instant latest = now.plus(window);
    Instant from = before == null || before.isBefore(now) ? now : earlier(before, latest);
    Instant after = from.plus(each);
    boolean granted = !after.isAfter(latest);
    Instant full = granted ? after : from;
    long remaining = Duration.between(full, latest).dividedBy(each);
    Duration untilNext = remaining > 0 ? Duration.ZERO : Duration.between(latest, full.plus(each));
    return new Grant(granted, full, remaining, Duration.between(now, full), untilNext);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
