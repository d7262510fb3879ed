package io.ledgerline.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A limit and a measurement in turn: limit, measurement, limit, measurement, limit. Each
 * measurement is compared with the limits just before and after it, so that a machine that is
 * slower for some seconds is slower for both.
 *
 * @param limits one more than measurements
 * @param measurements at least one
 */
public record Interleaved(List<Double> limits, List<Double> measurements) {
  /** Checks that they alternate. */
  public Interleaved {
    limits = List.copyOf(limits);
    measurements = List.copyOf(measurements);
    if (limits.size() != measurements.size() + 1 || measurements.isEmpty()) {
      throw new IllegalArgumentException(
          limits.size() + " limits around " + measurements.size() + " measurements");
    }
  }

  /** The measurements as parts of their limits. */
  public Series ratios() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < measurements.size(); i++) {
      ratios.add(measurements.get(i) / ((limits.get(i) + limits.get(i + 1)) / 2));
    }
    return new Series(ratios);
  }

  /** The measurement in the middle. */
  public Series value() {
    return new Series(measurements);
  }

  /** The limit in the middle. */
  public Series limit() {
    return new Series(limits);
  }
}
