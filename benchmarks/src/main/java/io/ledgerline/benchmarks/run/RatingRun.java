package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Interleaved;
import io.ledgerline.benchmarks.figure.Reach;
import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.figure.Series;
import io.ledgerline.benchmarks.rating.RatingLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast rating is on one core, in this process: no suite runs. The same usage is rated by a
 * small book and by a large one in turn, and in parts of different length.
 */
final class RatingRun {
  static final List<String> ROWS = List.of("rating", "rating-book", "rating-lines");

  private static final double LEAST_PER_SECOND = 500_000;
  private static final double LEAST_RATIO = 0.8;
  private static final int FEW_PRICES = 100;
  private static final int MANY_PRICES = 100_000;
  private static final int FEW_QUARTERS = 8;
  private static final int MANY_QUARTERS = 96;

  private final BenchOptions options;

  RatingRun(BenchOptions options) {
    this.options = options;
  }

  List<Row> rows() {
    RatingLoad small = RatingLoad.of(FEW_PRICES, MANY_QUARTERS);
    RatingLoad large = small.withPrices(MANY_PRICES);
    RatingLoad brief = RatingLoad.of(FEW_PRICES, FEW_QUARTERS);
    for (RatingLoad load : List.of(small, large, brief)) {
      speed(load, options.timing().limit());
    }
    Interleaved books = inTurn(small, large);
    Interleaved lengths = inTurn(brief, small);
    return List.of(
        rating(books.limit(), small.lines()),
        Row.of(
            "rating-book",
            books,
            "lines/s",
            LEAST_RATIO,
            "by %,d prices, against %,d".formatted(MANY_PRICES, FEW_PRICES)),
        Row.of(
            "rating-lines",
            lengths,
            "lines/s",
            LEAST_RATIO,
            "of %,d lines at once, against %,d".formatted(small.lines(), brief.lines())));
  }

  private static Row rating(Series speeds, int lines) {
    return new Row(
        "rating",
        speeds.median(),
        "lines/s",
        null,
        null,
        new Reach.ValueAtLeast(LEAST_PER_SECOND),
        speeds.spread(),
        "%,d sums of rollups rated and added up on one core".formatted(lines));
  }

  private Interleaved inTurn(RatingLoad limit, RatingLoad measured) {
    List<Double> limits = new ArrayList<>();
    List<Double> measurements = new ArrayList<>();
    Duration each = options.timing().limit().dividedBy(2);
    limits.add(speed(limit, each));
    for (int round = 0; round < options.timing().rounds(); round++) {
      measurements.add(speed(measured, each));
      limits.add(speed(limit, each));
    }
    return new Interleaved(limits, measurements);
  }

  /** Whole passes until the time is over; at least one. */
  private static double speed(RatingLoad load, Duration least) {
    long begun = System.nanoTime();
    long lines = 0;
    long took;
    do {
      load.pass();
      lines += load.lines();
      took = System.nanoTime() - begun;
    } while (took < least.toNanos());
    return lines * (double) Duration.ofSeconds(1).toNanos() / took;
  }
}
