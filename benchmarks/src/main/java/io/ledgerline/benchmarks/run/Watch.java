package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.host.BenchSuite;
import io.ledgerline.benchmarks.load.Window;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the pipe ten times a second while it is under load: how much is in the rollups and
 * confirmed, and what the services' memory is. Tells the load's window, which so never lets more be
 * on its way than it should.
 */
final class Watch implements AutoCloseable {
  static final String BACKLOG =
      "SELECT coalesce(sum(events), 0) FROM ingest.batch WHERE publish_due_at IS NOT NULL";
  private static final long EVERY_MILLIS = 100;

  private final BenchSuite suite;
  private final Window window;
  private final List<Sample> samples = new ArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch").factory());
  private Exception failure;

  /**
   * One look.
   *
   * @param nanos when, as of {@link System#nanoTime}
   * @param arrived events in the rollups since the load began
   * @param backlog events that are recorded and not in the rollups
   * @param ingestMebibytes resident memory of ingest-service
   * @param reportMebibytes resident memory of report-service
   */
  record Sample(
      long nanos, long arrived, long backlog, double ingestMebibytes, double reportMebibytes) {}

  private Watch(BenchSuite suite, Window window) {
    this.suite = suite;
    this.window = window;
  }

  static Watch start(BenchSuite suite, Window window) {
    Watch watch = new Watch(suite, window);
    watch.thread.scheduleWithFixedDelay(watch::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    try {
      long answered = window.answered();
      long backlog = suite.number(BACKLOG);
      window.arrived(answered - backlog);
      add(
          new Sample(
              System.nanoTime(),
              answered - backlog,
              backlog,
              suite.processes().residentMebibytes("ingest"),
              suite.processes().residentMebibytes("report")));
    } catch (SQLException | IOException | RuntimeException e) {
      failed(e);
    }
  }

  private synchronized void add(Sample sample) {
    samples.add(sample);
  }

  private synchronized void failed(Exception e) {
    failure = e;
  }

  /**
   * What was seen so far.
   *
   * @throws IOException when something could not be looked at: then nothing else means anything
   */
  synchronized List<Sample> samples() throws IOException {
    if (failure != null) {
      throw new IOException("The load could not be watched: " + failure.getMessage(), failure);
    }
    return List.copyOf(samples);
  }

  @Override
  public void close() {
    thread.close();
  }
}
