package io.ledgerline.report.report.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Bars on a page.
 *
 * @param title what is shown
 * @param unit of all values, such as {@code USD}
 * @param shape how they stand
 * @param bars in order
 */
public record Chart(String title, String unit, Shape shape, List<Bar> bars) {
  /** How bars stand. */
  public enum Shape {
    /** One below the other, each with its label and value: for few things with long names. */
    ROWS,
    /** Side by side: for days. */
    DAYS
  }

  /**
   * A bar.
   *
   * @param label what it stands for
   * @param value how long it is; below zero it is marked
   */
  public record Bar(String label, BigDecimal value) {
    /** Checks that all is there. */
    public Bar {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
    }
  }

  /** Checks that all is there and copies. */
  public Chart {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(shape, "shape");
    bars = List.copyOf(bars);
  }

  /** The {@code most} longest bars, longest first, and all others as one. */
  public static Chart largest(String title, String unit, List<Bar> bars, int most) {
    List<Bar> sorted =
        bars.stream()
            .sorted(
                Comparator.comparing(Bar::value, Comparator.reverseOrder())
                    .thenComparing(Bar::label))
            .toList();
    if (sorted.size() <= most) {
      return new Chart(title, unit, Shape.ROWS, sorted);
    }
    List<Bar> shown = new ArrayList<>(sorted.subList(0, most));
    List<Bar> others = sorted.subList(most, sorted.size());
    BigDecimal rest = others.stream().map(Bar::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    shown.add(new Bar(others.size() == 1 ? "1 other" : others.size() + " others", rest));
    return new Chart(title, unit, Shape.ROWS, shown);
  }
}
