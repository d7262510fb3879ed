package io.ledgerline.report.gauge;

import static io.ledgerline.report.gauge.Samples.CORES;
import static io.ledgerline.report.gauge.Samples.cores;
import static io.ledgerline.report.gauge.Samples.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static final long HOUR = 3600;

  private static Curve.Figures of(GapPolicy gap, long to, Sample... samples) {
    Weightings weightings =
        new Weightings(Set.of(CORES), Map.of(CORES, new Weighting(Duration.ofHours(1), gap)));
    Curve curve = new Curve();
    Weigher.weigh(weightings, List.of(samples), Instant.EPOCH, Instant.ofEpochSecond(to))
        .forEach(curve::add);
    return curve.figures();
  }

  private static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  @Test
  void aSampleHoldsUntilTheNextOneAndAtMostForItsLimit() {
    assertThat(of(GapPolicy.CARRY, 4 * HOUR, cores("a", 0, "4"), cores("a", HOUR / 2, "8")))
        .isEqualTo(
            new Curve.Figures(n("6.666666667"), n("8"), n("8"), n("10"), n("1.5"), n("2.5"), 2));
  }

  @Test
  void aGapCountsNothingZeroOrTheMeanOfItsEndsAndIsShownAsNotCovered() {
    Sample[] samples = {cores("a", 0, "4"), cores("a", 3 * HOUR, "8")};

    assertThat(of(GapPolicy.CARRY, 4 * HOUR, samples).average()).isEqualTo(n("6"));
    assertThat(of(GapPolicy.CARRY, 4 * HOUR, samples).unitHours()).isEqualTo(n("12"));
    assertThat(of(GapPolicy.ZERO, 4 * HOUR, samples).average()).isEqualTo(n("3"));
    assertThat(of(GapPolicy.ZERO, 4 * HOUR, samples).unitHours()).isEqualTo(n("12"));
    assertThat(of(GapPolicy.AVERAGE, 4 * HOUR, samples).average()).isEqualTo(n("6"));
    assertThat(of(GapPolicy.AVERAGE, 4 * HOUR, samples).unitHours()).isEqualTo(n("24"));
    for (GapPolicy gap : GapPolicy.values()) {
      assertThat(of(gap, 4 * HOUR, samples).uncoveredHours()).isEqualTo(n("2"));
      assertThat(of(gap, 4 * HOUR, samples).coveredHours()).isEqualTo(n("2"));
    }
  }

  @Test
  void theEndOfAResourceEndsItsSeriesAtOnceAndLeavesNoGapBehind() {
    assertThat(of(GapPolicy.CARRY, 4 * HOUR, cores("a", 0, "4"), end("a", HOUR / 4)))
        .isEqualTo(new Curve.Figures(n("4"), n("4"), n("4"), n("1"), n("0.25"), n("0"), 1));
    assertThat(
            of(GapPolicy.CARRY, 4 * HOUR, cores("a", 0, "4"), end("a", 60), cores("a", 60, "9"))
                .unitHours())
        .isEqualTo(n("0.066666667"));
  }

  @Test
  void thePeakOfAGroupIsThatOfItsSumAndNotTheSumOfPeaks() {
    Curve.Figures group =
        of(
            GapPolicy.CARRY,
            HOUR,
            cores("a", 0, "10"),
            cores("b", 0, "1"),
            cores("a", 1800, "1"),
            cores("b", 1800, "10"));

    assertThat(group.peak()).isEqualTo(n("11"));
    assertThat(group.average()).isEqualTo(n("11"));
    assertThat(group.samples()).isEqualTo(4);
  }

  @Test
  void theNinetyFifthPercentileIsTheLevelThatIsNotExceededForThatMuchOfTheTime() {
    assertThat(of(GapPolicy.CARRY, HOUR, cores("a", 0, "1"), cores("a", 3420, "9")).percentile95())
        .isEqualTo(n("1"));
    assertThat(of(GapPolicy.CARRY, HOUR, cores("a", 0, "1"), cores("a", 3419, "9")).percentile95())
        .isEqualTo(n("9"));
    // However often it is looked at.
    assertThat(
            of(
                    GapPolicy.CARRY,
                    HOUR,
                    cores("a", 0, "1"),
                    cores("a", 3500, "9"),
                    cores("a", 3510, "9"),
                    cores("a", 3520, "9"),
                    cores("a", 3530, "9"))
                .percentile95())
        .isEqualTo(n("1"));
  }

  @Test
  void anHourInWhichOneSeriesOfAGroupIsMissingIsNotCovered() {
    Curve.Figures group =
        of(
            GapPolicy.CARRY,
            2 * HOUR,
            cores("a", 0, "1"),
            cores("a", HOUR, "1"),
            cores("b", 0, "2"));

    assertThat(group.coveredHours()).isEqualTo(n("1"));
    assertThat(group.uncoveredHours()).isEqualTo(n("1"));
    assertThat(group.average()).isEqualTo(n("2"));
  }

  @Test
  void nothingSaysNothing() {
    assertThat(of(GapPolicy.CARRY, HOUR).average()).isNull();
    assertThat(Curve.percent(n("1"), n("3"))).isEqualTo(n("33.3333"));
    assertThat(Curve.percent(n("1"), n("0"))).isNull();
  }
}
