package io.ledgerline.report.gauge;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sum of series over a span of time, and what can be said of it. Each series is combined in
 * itself first (see {@link Weigher}); the sum then changes at each sample's instant. Memory grows
 * with the levels that differ, and with the instants that are not settled. Not safe for several
 * threads.
 */
public final class Curve {
  /** Digits after the point of hours, unit-hours and averages. */
  public static final int SCALE = 9;

  private static final BigDecimal MICROS_OF_HOUR = BigDecimal.valueOf(3_600_000_000L);
  private static final int PERCENT_SCALE = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NINETY_FIVE = BigDecimal.valueOf(95);

  private final TreeMap<Instant, Step> steps = new TreeMap<>();
  private final Map<BigDecimal, Long> microsByLevel = new HashMap<>();
  private BigDecimal level = BigDecimal.ZERO;
  private int counting;
  private int gaps;
  private int living;
  private long covered;
  private long uncovered;
  private Instant since;
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

  /** Nothing more is added that begins before an instant: what was before it is summed up. */
  public void settle(Instant before) {
    while (!steps.isEmpty() && !steps.firstKey().isAfter(before)) {
      Map.Entry<Instant, Step> entry = steps.pollFirstEntry();
      pass(since == null ? 0 : ChronoUnit.MICROS.between(since, entry.getKey()));
      since = entry.getKey();
      Step step = entry.getValue();
      level = level.add(step.level);
      counting += step.counting;
      gaps += step.gaps;
      living += step.living;
    }
  }

  private void pass(long micros) {
    if (counting > 0 && micros > 0) {
      microsByLevel.merge(Decimals.normal(level), micros, Long::sum);
    }
    covered += living > 0 && gaps == 0 ? micros : 0;
    uncovered += gaps > 0 ? micros : 0;
  }

  /** What can be said of all that was added; nothing more is. */
  public Figures figures() {
    settle(Instant.MAX);
    TreeMap<BigDecimal, Long> held = new TreeMap<>(microsByLevel);
    BigDecimal integral = BigDecimal.ZERO;
    long time = 0;
    for (Map.Entry<BigDecimal, Long> one : held.entrySet()) {
      integral = integral.add(one.getKey().multiply(BigDecimal.valueOf(one.getValue())));
      time += one.getValue();
    }
    return new Figures(
        time == 0 ? null : rounded(integral, BigDecimal.valueOf(time)),
        time == 0 ? null : held.lastKey(),
        time == 0 ? null : percentile(held, time),
        hours(integral),
        hours(BigDecimal.valueOf(covered)),
        hours(BigDecimal.valueOf(uncovered)),
        samples);
  }

  private static BigDecimal percentile(TreeMap<BigDecimal, Long> held, long time) {
    BigDecimal rank = BigDecimal.valueOf(time).multiply(NINETY_FIVE);
    BigDecimal passed = BigDecimal.ZERO;
    for (Map.Entry<BigDecimal, Long> one : held.entrySet()) {
      passed = passed.add(BigDecimal.valueOf(one.getValue()).multiply(HUNDRED));
      if (passed.compareTo(rank) >= 0) {
        return one.getKey();
      }
    }
    return held.lastKey();
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
