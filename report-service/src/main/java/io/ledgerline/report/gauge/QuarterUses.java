package io.ledgerline.report.gauge;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Cuts stretches at quarter hours and adds up what each series used, for rating. Quarter hours are
 * told by rising time, those of one by series. Memory grows with the series of quarter hours that
 * are not settled. Not safe for several threads.
 */
public final class QuarterUses {
  /**
   * Digits after the point of what is rated: a quarter hour's sum is off by at most half of the
   * last, so that a year of it costs what its integral does to a billionth.
   */
  private static final int SCALE = 12;

  private static final BigDecimal MICROS_OF_HOUR = BigDecimal.valueOf(3_600_000_000L);

  private final TreeMap<Instant, Map<Key, Sum>> quarters = new TreeMap<>();
  private final Consumer<QuarterUse> sink;

  /** Tells {@code sink}. */
  public QuarterUses(Consumer<QuarterUse> sink) {
    this.sink = sink;
  }

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::series).thenComparing(key -> key.dimensions().toString());

  private record Key(SeriesKey series, Dimensions dimensions) {}

  private static final class Sum {
    private BigDecimal integral = BigDecimal.ZERO;
    private long uncovered;
    private long samples;
  }

  /** Takes a stretch; none that begins before what {@link #settle} was told. */
  public void add(Stretch stretch) {
    Instant quarter = QuarterHour.of(stretch.from()).start();
    Key key = new Key(stretch.series(), stretch.dimensions());
    while (quarter.isBefore(stretch.to())) {
      Instant end = quarter.plus(QuarterHour.LENGTH);
      Stretch part = stretch.within(quarter, end);
      Sum sum =
          quarters
              .computeIfAbsent(quarter, first -> new HashMap<>())
              .computeIfAbsent(key, first -> new Sum());
      sum.integral = sum.integral.add(part.integral());
      sum.uncovered += part.covered() ? 0 : part.micros();
      sum.samples += part.samples();
      quarter = end;
    }
  }

  /** Nothing more comes from before this instant: tells the quarter hours that end before it. */
  public void settle(Instant before) {
    while (!quarters.isEmpty() && !quarters.firstKey().plus(QuarterHour.LENGTH).isAfter(before)) {
      tell(quarters.pollFirstEntry());
    }
  }

  /** Nothing more comes. */
  public void end() {
    while (!quarters.isEmpty()) {
      tell(quarters.pollFirstEntry());
    }
  }

  private void tell(Map.Entry<Instant, Map<Key, Sum>> quarter) {
    // In an order of its own, so that whoever adds up comes to the same.
    quarter.getValue().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(entry -> tell(quarter.getKey(), entry.getKey(), entry.getValue()));
  }

  private void tell(Instant quarter, Key key, Sum sum) {
    sink.accept(
        new QuarterUse(
            quarter,
            key.series(),
            key.dimensions(),
            hours(sum.integral),
            hours(BigDecimal.valueOf(sum.uncovered)),
            sum.samples));
  }

  private static BigDecimal hours(BigDecimal micros) {
    return micros.divide(MICROS_OF_HOUR, SCALE, RoundingMode.HALF_UP);
  }
}
