package io.ledgerline.platform.access.guess;

import java.time.Duration;
import java.time.Instant;

/**
 * How long to wait after how many failures.
 *
 * @param allowed failures that cost nothing
 * @param window after so long without a failure all are forgotten
 * @param first the first wait; it doubles with each further failure
 * @param longest no wait is longer
 */
record Waits(int allowed, Duration window, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  Waits {
    if (allowed < 0 || window.isNegative() || first.isNegative() || longest.isNegative()) {
      throw new IllegalArgumentException("ledgerline.access.guessing has no negative values");
    }
  }

  /**
   * The failures of one address or prefix.
   *
   * @param count how many
   * @param until when the next try may be made
   * @param forgotten when all of them are forgotten
   */
  record Tally(int count, Instant until, Instant forgotten) {
    /** How long to wait; zero when a try may be made now. */
    Duration left(Instant now) {
      return now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }

    boolean isForgotten(Instant now) {
      return !now.isBefore(forgotten);
    }
  }

  /**
   * One failure more.
   *
   * @param before null for the first
   */
  Tally after(Tally before, Instant now) {
    int count = before == null || before.isForgotten(now) ? 1 : before.count() + 1;
    Instant until = now.plus(count <= allowed ? Duration.ZERO : pause(count - allowed));
    return new Tally(count, until, until.plus(window));
  }

  private Duration pause(int above) {
    Duration pause = first.multipliedBy(1L << Math.min(above - 1, MOST_DOUBLINGS));
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
