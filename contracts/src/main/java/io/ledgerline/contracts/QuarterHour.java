package io.ledgerline.contracts;

import java.time.Duration;
import java.time.Instant;

/**
 * A quarter hour of UTC, the grain of rollups: every IANA zone's day starts on one.
 *
 * @param start inclusive start, a whole multiple of 900 s since the epoch
 */
public record QuarterHour(Instant start) implements Comparable<QuarterHour> {
  /** How long a quarter hour is. */
  public static final Duration LENGTH = Duration.ofMinutes(15);

  /** Checks the alignment. */
  public QuarterHour {
    if (!isAligned(start)) {
      throw new InvalidValueException(
          "start", "not-a-quarter-hour", start + " is not the start of a quarter hour.");
    }
  }

  /** The quarter hour that holds {@code instant}. */
  public static QuarterHour of(Instant instant) {
    long seconds = instant.getEpochSecond();
    return new QuarterHour(
        Instant.ofEpochSecond(seconds - Math.floorMod(seconds, LENGTH.toSeconds())));
  }

  /** Whether {@code instant} is the exact start of a quarter hour. */
  public static boolean isAligned(Instant instant) {
    return instant.getNano() == 0
        && Math.floorMod(instant.getEpochSecond(), LENGTH.toSeconds()) == 0;
  }

  /** Exclusive end, which is the next one's start. */
  public Instant end() {
    return start.plus(LENGTH);
  }

  @Override
  public int compareTo(QuarterHour other) {
    return start.compareTo(other.start);
  }
}
