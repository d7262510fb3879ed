package io.ledgerline.benchmarks.figure;

import java.util.Arrays;
import java.util.List;

/**
 * The same thing measured several times.
 *
 * @param values at least one
 */
public record Series(List<Double> values) {
  /** Keeps its own copy. */
  public Series {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
  }

  /** The value in the middle: one odd one among three does not move it. */
  public double median() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * How far the values lie apart: half of the distance of the outermost, as a share of the median.
   */
  public double spread() {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    double half =
        (Arrays.stream(all).max().orElseThrow() - Arrays.stream(all).min().orElseThrow()) / 2;
    return median() == 0 ? 0 : half / Math.abs(median());
  }
}
