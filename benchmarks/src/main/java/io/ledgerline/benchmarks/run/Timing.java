package io.ledgerline.benchmarks.run;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param warmUp load before the first measurement
 * @param limit one measurement of a limit
 * @param measure one measurement between two limits: longer, so that about as many rows are written
 *     in it and both tables grow alike
 * @param rounds measurements between limits
 * @param sustained the load that goes all the way
 * @param latency the load at a fixed rate
 */
public record Timing(
    Duration warmUp,
    Duration limit,
    Duration measure,
    int rounds,
    Duration sustained,
    Duration latency) {
  /** A few minutes in all. */
  public static final Timing FULL =
      new Timing(
          Duration.ofSeconds(24),
          Duration.ofMillis(2500),
          Duration.ofSeconds(5),
          3,
          Duration.ofSeconds(25),
          Duration.ofSeconds(12));

  /** As short as can be: shows that it works, not how fast. */
  public static final Timing QUICK =
      new Timing(
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(700),
          1,
          Duration.ofSeconds(4),
          Duration.ofSeconds(2));
}
