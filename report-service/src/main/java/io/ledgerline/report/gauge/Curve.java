package io.ledgerline.report.gauge;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sum of series over a span of time, and what can be said of it. Each series is combined in
 * itself first (see {@link Weigher}); the sum then changes at each sample's instant. Memory grows
 * with those instants. Not safe for several threads.
 */
public final class Curve {
  /** Digits after the point of hours, unit-hours and averages. */
  public static final int SCALE = 9;

  private static final BigDecimal MICROS_OF_HOUR = BigDecimal.valueOf(3_600_000_000L);
  private static final int PERCENT_SCALE = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NINETY_FIVE = BigDecimal.valueOf(95);

  private final TreeMap<Instant, Step> steps = new TreeMap<>();
  private long samples;

  /** Adds a stretch of a series; no two stretches of one series overlap. */
  public void add(Stretch stretch) {
    samples += stretch.samples();
    change(stretch.from(), stretch, 1);
    change(stretch.to(), stretch, -1);
  }

  private void change(Instant at, Stretch stretch, int sign) {
    Step step = steps.computeIfAbsent(at, first -> new Step());
    if (stretch.level() != null) {
      step.level =
          sign > 0 ? step.level.add(stretch.level()) : step.level.subtract(stretch.level());
      step.counting += sign;
    }
    step.gaps += stretch.covered() ? 0 : sign;
    step.living += sign;
  }

  /** What changes at an instant. */
  private static final class Step {
    private BigDecimal level = BigDecimal.ZERO;
    private int counting;
    private int gaps;
    private int living;
  }

  /** A level that held for some time. */
  private record Held(BigDecimal level, long micros) {}

  /**
   * What is said of the sum. Numbers of the level are null when nothing counts at any time.
   *
   * @param average the sum's mean, weighted by the time in which something counts
   * @param peak its greatest value
   * @param percentile95 its 95th percentile by nearest rank, weighted by time: the least value that
   *     the sum does not exceed for at least 95 % of the time in which something counts. The
   *     nearest-rank method (NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.6.2, names it
   *     among others; burstable billing of bandwidth uses it) always gives a value that was there.
   *     Every instant is an observation here, so that it does not matter how often was sampled.
   * @param unitHours the integral, in what the meter counts by hours
   * @param coveredHours hours in which all series that live are covered
   * @param uncoveredHours hours in which one or more series that live are not
   * @param samples how many samples there were
   */
  public record Figures(
      BigDecimal average,
      BigDecimal peak,
      BigDecimal percentile95,
      BigDecimal unitHours,
      BigDecimal coveredHours,
      BigDecimal uncoveredHours,
      long samples) {}

  /** What can be said of what was added so far. */
  public Figures figures() {
    List<Held> held = new ArrayList<>();
    BigDecimal level = BigDecimal.ZERO;
    int counting = 0;
    int gaps = 0;
    int living = 0;
    long covered = 0;
    long uncovered = 0;
    Instant since = null;
    for (Map.Entry<Instant, Step> entry : steps.entrySet()) {
      long micros = since == null ? 0 : ChronoUnit.MICROS.between(since, entry.getKey());
      if (counting > 0 && micros > 0) {
        held.add(new Held(level, micros));
      }
      covered += living > 0 && gaps == 0 ? micros : 0;
      uncovered += gaps > 0 ? micros : 0;
      Step step = entry.getValue();
      level = level.add(step.level);
      counting += step.counting;
      gaps += step.gaps;
      living += step.living;
      since = entry.getKey();
    }
    return figures(held, covered, uncovered);
  }

  private Figures figures(List<Held> held, long covered, long uncovered) {
    BigDecimal integral = BigDecimal.ZERO;
    long time = 0;
    for (Held one : held) {
      integral = integral.add(one.level().multiply(BigDecimal.valueOf(one.micros())));
      time += one.micros();
    }
    List<Held> byLevel = held.stream().sorted(Comparator.comparing(Held::level)).toList();
    return new Figures(
        time == 0 ? null : rounded(integral, BigDecimal.valueOf(time)),
        time == 0 ? null : Decimals.normal(byLevel.getLast().level()),
        time == 0 ? null : Decimals.normal(percentile(byLevel, time)),
        hours(integral),
        hours(BigDecimal.valueOf(covered)),
        hours(BigDecimal.valueOf(uncovered)),
        samples);
  }

  private static BigDecimal percentile(List<Held> byLevel, long time) {
    BigDecimal rank = BigDecimal.valueOf(time).multiply(NINETY_FIVE);
    BigDecimal passed = BigDecimal.ZERO;
    for (Held one : byLevel) {
      passed = passed.add(BigDecimal.valueOf(one.micros()).multiply(HUNDRED));
      if (passed.compareTo(rank) >= 0) {
        return one.level();
      }
    }
    return byLevel.getLast().level();
  }

  /** Unit-microseconds, or microseconds, as hours; rounded half up. */
  public static BigDecimal hours(BigDecimal micros) {
    return rounded(micros, MICROS_OF_HOUR);
  }

  private static BigDecimal rounded(BigDecimal sum, BigDecimal by) {
    return Decimals.normal(sum.divide(by, SCALE, RoundingMode.HALF_UP));
  }

  /** A share in percent, four digits after the point; null when there is nothing to share. */
  public static BigDecimal percent(BigDecimal used, BigDecimal total) {
    return used == null || total == null || total.signum() == 0
        ? null
        : Decimals.normal(
            used.multiply(HUNDRED).divide(total, PERCENT_SCALE, RoundingMode.HALF_UP));
  }
}
