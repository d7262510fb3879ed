package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Series;
import io.ledgerline.benchmarks.figure.Slope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What came out of a load that went all the way into the rollups.
 *
 * @param recorded events that the answers say were recorded
 * @param samples what was seen meanwhile, without the beginning
 * @param drained how long after the last answer everything was in the rollups
 * @param cores how many cores each part used, for people
 */
record Sustained(long recorded, List<Watch.Sample> samples, Duration drained, String cores) {
  private static final double SECOND = 1e9;
  private static final double MINUTE = 60e9;
  private static final int SLICES = 5;

  /** Keeps its own copy. */
  Sustained {
    samples = List.copyOf(samples);
    if (samples.size() <= SLICES) {
      throw new IllegalArgumentException("looked at only " + samples.size() + " times");
    }
  }

  /** Events a second that came into the rollups, over all of the time. */
  double rate() {
    return rate(samples.getFirst(), samples.getLast());
  }

  /** The same for each fifth of the time. */
  Series slices() {
    List<Double> rates = new ArrayList<>();
    int length = (samples.size() - 1) / SLICES;
    for (int i = 0; i < SLICES; i++) {
      rates.add(rate(samples.get(i * length), samples.get((i + 1) * length)));
    }
    return new Series(rates);
  }

  private static double rate(Watch.Sample from, Watch.Sample to) {
    return (to.arrived() - from.arrived()) / ((to.nanos() - from.nanos()) / SECOND);
  }

  /** For people. */
  String note() {
    return String.format(
        Locale.ROOT,
        "behind: %,d → %,d events, nothing %.1f s after the end; %s",
        samples.getFirst().backlog(),
        samples.getLast().backlog(),
        drained.toMillis() / 1000.0,
        cores);
  }

  /** The most of something. */
  double peak(ToDoubleFunction<Watch.Sample> what) {
    return samples.stream().mapToDouble(what).max().orElseThrow();
  }

  /** How much something rises in a minute, over the second half of the time. */
  double slopePerMinute(ToDoubleFunction<Watch.Sample> what) {
    long begin = samples.getFirst().nanos();
    return Slope.of(
        samples.subList(samples.size() / 2, samples.size()).stream()
            .map(s -> new Slope.Point((s.nanos() - begin) / MINUTE, what.applyAsDouble(s)))
            .toList());
  }
}
