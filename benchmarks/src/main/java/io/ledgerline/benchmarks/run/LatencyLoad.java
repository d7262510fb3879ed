package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.host.BenchSuite;
import io.ledgerline.benchmarks.load.ArrivalSchedule;
import io.ledgerline.benchmarks.load.EventStamp;
import io.ledgerline.benchmarks.load.LoadGenerator;
import io.ledgerline.benchmarks.load.LoadResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** How long an answer takes while calls come at fixed instants, at a fifth of what could be. */
final class LatencyLoad {
  private static final double PART = 0.2;
  private static final double REACH_MILLIS = 25;
  private static final double MICROS = 1000;
  private static final int CONNECTIONS = 32;
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final BenchSuite suite;
  private final BenchOptions options;
  private final EventStamp stamp;
  private long recorded;

  LatencyLoad(BenchSuite suite, BenchOptions options, EventStamp stamp) {
    this.suite = suite;
    this.options = options;
    this.stamp = stamp;
  }

  /** The row for calls of a size; a value to be reached where {@code bounded}. */
  Row row(String name, int batch, double sustained, boolean bounded) throws IOException {
    double calls = sustained * PART / batch;
    try (LoadGenerator generator = new LoadGenerator(suite.events(), CONNECTIONS, batch, stamp)) {
      recorded += generator.run(SETTLE, new ArrivalSchedule(calls)).events();
      LoadResult result = generator.run(options.timing().latency(), new ArrivalSchedule(calls));
      recorded += result.events();
      Histogram latency = result.latency();
      double millis = latency.getValueAtPercentile(99) / MICROS;
      String note = note(result, batch, calls);
      return bounded
          ? Row.atMost(REACH_MILLIS, name, millis, "ms", note)
          : Row.of(name, millis, "ms", note);
    }
  }

  private static String note(LoadResult result, int batch, double calls) {
    Histogram latency = result.latency();
    return String.format(
        Locale.ROOT,
        "%,d calls of %,d, %.0f a second; half within %.1f ms, 99.9 %% within %.1f ms, all within %.1f ms",
        result.calls(),
        batch,
        calls,
        latency.getValueAtPercentile(50) / MICROS,
        latency.getValueAtPercentile(99.9) / MICROS,
        latency.getMaxValue() / MICROS);
  }

  /** How many events have been recorded by this. */
  long recorded() {
    return recorded;
  }
}
