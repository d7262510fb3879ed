package io.ledgerline.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
  @Test
  void oneOddValueAmongThreeDoesNotMoveTheMedianButIsSeenInTheSpread() {
    Series series = new Series(List.of(100.0, 10.0, 104.0));

    assertThat(series.median()).isEqualTo(100);
    assertThat(series.spread()).isCloseTo(0.47, within(1e-9));
  }

  @Test
  void ofAnEvenNumberTheMedianLiesBetweenTheTwoInTheMiddle() {
    assertThat(new Series(List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3);
  }

  @Test
  void nothingMeasuredIsNoSeries() {
    assertThatThrownBy(() -> new Series(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachMeasurementIsComparedWithTheLimitsAroundIt() {
    // The machine becomes half as fast in the middle: for both alike.
    Interleaved all =
        new Interleaved(List.of(200.0, 200.0, 100.0, 100.0), List.of(120.0, 90.0, 60.0));

    assertThat(all.ratios().values()).containsExactly(0.6, 0.6, 0.6);
    assertThat(all.ratios().spread()).isZero();
    assertThat(all.value().median()).isEqualTo(90);
    assertThat(all.limit().median()).isEqualTo(150);
  }

  @Test
  void aMeasurementWithoutALimitOnEachSideIsRefused() {
    assertThatThrownBy(() -> new Interleaved(List.of(1.0), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSlopeIsTheRiseOfTheLineThatFitsBest() {
    List<Slope.Point> points =
        List.of(
            new Slope.Point(0, 10),
            new Slope.Point(1, 12.5),
            new Slope.Point(2, 13.5),
            new Slope.Point(3, 16));

    assertThat(Slope.of(points)).isCloseTo(1.9, within(1e-9));
    assertThat(Slope.of(points.subList(0, 1))).isZero();
    assertThat(Slope.of(List.of())).isZero();
  }
}
