package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.host.BenchSuite;
import io.ledgerline.benchmarks.host.Processes;
import io.ledgerline.benchmarks.load.EventStamp;
import io.ledgerline.benchmarks.load.LoadGenerator;
import io.ledgerline.benchmarks.load.LoadResult;
import io.ledgerline.benchmarks.load.Window;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Load that goes all the way, as much as the pipe takes without falling behind. */
final class SustainedLoad {
  private static final long DRAIN_SECONDS = 120;
  private static final long ASK_MILLIS = 20;

  private final BenchSuite suite;
  private final BenchOptions options;
  private final EventStamp stamp;

  SustainedLoad(BenchSuite suite, BenchOptions options, EventStamp stamp) {
    this.suite = suite;
    this.options = options;
    this.stamp = stamp;
  }

  /**
   * Sends for so long, then waits until everything is in the rollups.
   *
   * @throws IOException when a call fails, or something does not arrive
   */
  Sustained run(int batch, Duration time) throws IOException, InterruptedException, SQLException {
    Window window = new Window(options.window());
    Map<String, Duration> before = suite.processes().cpu();
    long begin = System.nanoTime();
    LoadResult result;
    List<Watch.Sample> samples;
    String cores;
    try (LoadGenerator generator =
            new LoadGenerator(suite.events(), options.connectionsFor(batch), batch, stamp);
        Watch watch = Watch.start(suite, window)) {
      result = generator.run(time, window);
      cores = Processes.cores(before, suite.processes().cpu(), result.elapsed());
      samples = watch.samples();
    }
    Duration drained = awaitDrained();
    // Until the window is full for the first time nothing is as it will be.
    long settled = begin + time.toNanos() / 6;
    return new Sustained(
        result.events(),
        samples.stream().filter(s -> s.nanos() >= settled).toList(),
        drained,
        cores);
  }

  /** Waits until report-service has confirmed everything. */
  Duration awaitDrained() throws IOException, InterruptedException, SQLException {
    long begin = System.nanoTime();
    while (suite.number(Watch.BACKLOG) > 0) {
      if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(DRAIN_SECONDS)) {
        throw new IOException(
            suite.number(Watch.BACKLOG)
                + " events were not in the rollups "
                + DRAIN_SECONDS
                + " s after they were recorded");
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
