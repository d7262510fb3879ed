package io.ledgerline.benchmarks.figure;

import java.util.List;

/** How steeply something rises, by the straight line that fits it best. */
public final class Slope {
  private Slope() {}

  /**
   * A point.
   *
   * @param x where
   * @param y how high
   */
  public record Point(double x, double y) {}

  /** The rise of y for one more of x; 0 for fewer than two points. */
  public static double of(List<Point> points) {
    double meanX = points.stream().mapToDouble(Point::x).average().orElse(0);
    double meanY = points.stream().mapToDouble(Point::y).average().orElse(0);
    double up = 0;
    double across = 0;
    for (Point point : points) {
      up += (point.x() - meanX) * (point.y() - meanY);
      across += (point.x() - meanX) * (point.x() - meanX);
    }
    return across == 0 ? 0 : up / across;
  }
}
