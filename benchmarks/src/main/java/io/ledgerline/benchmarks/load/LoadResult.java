package io.ledgerline.benchmarks.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What a run of the load generator did.
 *
 * @param calls answered
 * @param events that the answers say were taken
 * @param elapsed from the first call to the last answer
 * @param cpu what this process used meanwhile
 * @param latency of the calls in microseconds, from when each should have begun
 */
public record LoadResult(
    long calls, long events, Duration elapsed, Duration cpu, Histogram latency) {
  private static final double SECOND = 1e9;

  /** Events a second. */
  public double eventsPerSecond() {
    return events / (elapsed.toNanos() / SECOND);
  }

  /** Which share of one core this process used. */
  public double cores() {
    return (double) cpu.toNanos() / elapsed.toNanos();
  }
}
