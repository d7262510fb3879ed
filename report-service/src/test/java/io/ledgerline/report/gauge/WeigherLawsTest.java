package io.ledgerline.report.gauge;

import static io.ledgerline.report.gauge.Samples.CORES;
import static io.ledgerline.report.gauge.Samples.cores;
import static io.ledgerline.report.gauge.Samples.end;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What weighting by time gives, whatever the samples, is bound by laws. */
class WeigherLawsTest {
  private static final Instant FROM = Instant.ofEpochSecond(10_000);
  private static final Instant TO = Instant.ofEpochSecond(40_000);

  private static Weightings weightings(GapPolicy gap) {
    return new Weightings(
        Set.of(CORES), Map.of(CORES, new Weighting(Duration.ofSeconds(3600), gap)));
  }

  private static Curve.Figures figures(
      GapPolicy gap, List<Sample> samples, Instant from, Instant to) {
    Curve curve = new Curve();
    Weigher.weigh(weightings(gap), samples, from, to).forEach(curve::add);
    return curve.figures();
  }

  private static BigDecimal integral(List<Stretch> stretches) {
    return stretches.stream().map(Stretch::integral).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Provide
  Arbitrary<List<Sample>> samples() {
    Arbitrary<Sample> sample =
        Combinators.combine(
                Arbitraries.of("a", "b", "c"),
                Arbitraries.integers().between(0, 450).map(n -> n * 100),
                Arbitraries.integers().between(0, 20),
                Arbitraries.integers().between(0, 9))
            .as(
                (resource, second, level, kind) ->
                    kind == 0 ? end(resource, second) : cores(resource, second, "" + level));
    return sample.list().ofMaxSize(40);
  }

  @Property(tries = 300)
  void thePartsOfAPeriodAddUpToItsWhole(
      @ForAll("samples") List<Sample> samples,
      @ForAll GapPolicy gap,
      @ForAll @IntRange(min = 10_001, max = 39_999) int cut) {
    Instant at = Instant.ofEpochSecond(cut);
    List<Stretch> whole = Weigher.weigh(weightings(gap), samples, FROM, TO);
    BigDecimal first = BigDecimal.ZERO;
    BigDecimal second = BigDecimal.ZERO;
    for (Stretch stretch : whole) {
      Stretch early = stretch.within(FROM, at);
      Stretch late = stretch.within(at, TO);
      first = first.add(early == null ? BigDecimal.ZERO : early.integral());
      second = second.add(late == null ? BigDecimal.ZERO : late.integral());
    }
    assertThat(integral(whole)).isEqualByComparingTo(first.add(second));
    assertThat(integral(Weigher.weigh(weightings(gap), samples, at, TO)))
        .isEqualByComparingTo(second);
    if (gap != GapPolicy.AVERAGE) {
      // The average of a gap is known only with the sample after it, be it after the period.
      assertThat(integral(Weigher.weigh(weightings(gap), samples, FROM, at)))
          .isEqualByComparingTo(first);
    }
  }

  @Property(tries = 300)
  void orderAndRepetitionOfArrivalAreOfNoAccount(
      @ForAll("samples") List<Sample> samples, @ForAll GapPolicy gap, @ForAll Random random) {
    List<Sample> otherwise = new ArrayList<>(samples);
    samples.stream().filter(s -> random.nextBoolean()).forEach(otherwise::add);
    Collections.shuffle(otherwise, random);
    assertThat(figures(gap, otherwise, FROM, TO)).isEqualTo(figures(gap, samples, FROM, TO));
  }

  @Property(tries = 300)
  void theIntegralOfASumIsTheSumOfIntegrals(
      @ForAll("samples") List<Sample> samples, @ForAll GapPolicy gap) {
    BigDecimal apart = BigDecimal.ZERO;
    for (String resource : List.of("a", "b", "c")) {
      apart =
          apart.add(
              integral(
                  Weigher.weigh(
                      weightings(gap),
                      samples.stream().filter(s -> s.resource().equals(resource)).toList(),
                      FROM,
                      TO)));
    }
    assertThat(figures(gap, samples, FROM, TO).unitHours())
        .isEqualByComparingTo(Curve.hours(apart));
  }

  @Property(tries = 300)
  void whatIsSaidOfAGroupOfOneIsWhatItsStretchesSay(
      @ForAll("samples") List<Sample> samples, @ForAll GapPolicy gap) {
    List<Stretch> alone =
        Weigher.weigh(
            weightings(gap),
            samples.stream().filter(s -> s.resource().equals("a")).toList(),
            FROM,
            TO);
    Curve curve = new Curve();
    alone.forEach(curve::add);
    Curve.Figures figures = curve.figures();
    long covered = alone.stream().filter(Stretch::covered).mapToLong(Stretch::micros).sum();
    long open = alone.stream().filter(s -> !s.covered()).mapToLong(Stretch::micros).sum();
    assertThat(figures.coveredHours())
        .isEqualByComparingTo(Curve.hours(BigDecimal.valueOf(covered)));
    assertThat(figures.uncoveredHours())
        .isEqualByComparingTo(Curve.hours(BigDecimal.valueOf(open)));
    assertThat(figures.peak())
        .isEqualTo(
            alone.stream()
                .filter(s -> s.level() != null)
                .map(s -> io.ledgerline.contracts.Decimals.normal(s.level()))
                .max(BigDecimal::compareTo)
                .orElse(null));
    if (figures.peak() != null) {
      assertThat(figures.percentile95()).isLessThanOrEqualTo(figures.peak());
      assertThat(figures.average()).isLessThanOrEqualTo(figures.peak());
    }
    assertOneAfterTheOther(alone);
  }

  @Property(tries = 200)
  void quarterHoursAddUpToTheIntegral(
      @ForAll("samples") List<Sample> samples, @ForAll GapPolicy gap) {
    List<QuarterUse> uses = new ArrayList<>();
    QuarterUses quarters = new QuarterUses(uses::add);
    List<Instant> settled = new ArrayList<>();
    Weigher weigher = new Weigher(weightings(gap), FROM, TO, quarters::add);
    for (Sample sample :
        samples.stream()
            .filter(s -> s.at().isBefore(TO))
            .sorted(java.util.Comparator.comparing(Sample::at))
            .toList()) {
      weigher.advance(sample.at());
      settled.add(weigher.settled(sample.at()));
      quarters.settle(settled.getLast());
      weigher.take(sample);
    }
    weigher.end();
    quarters.end();
    BigDecimal sum =
        uses.stream().map(QuarterUse::unitHours).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum.setScale(6, java.math.RoundingMode.HALF_UP))
        .isEqualByComparingTo(
            figures(gap, samples, FROM, TO)
                .unitHours()
                .setScale(6, java.math.RoundingMode.HALF_UP));
    for (int i = 1; i < uses.size(); i++) {
      assertThat(uses.get(i).quarter()).isAfterOrEqualTo(uses.get(i - 1).quarter());
    }
  }

  private static void assertOneAfterTheOther(List<Stretch> stretches) {
    for (int i = 1; i < stretches.size(); i++) {
      assertThat(stretches.get(i).from()).isAfterOrEqualTo(stretches.get(i - 1).to());
    }
  }
}
