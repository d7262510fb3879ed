package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.host.LiveHeap;
import io.ledgerline.benchmarks.host.Processes;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every five seconds at what two services keep in memory, and keeps the most. */
final class HeapWatch implements AutoCloseable {
  static final String REPORT = "report";
  static final String INGEST = "ingest";
  private static final long EVERY_SECONDS = 5;

  private final Processes processes;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heap-watch").factory());
  private Peaks peaks = new Peaks(0, 0, 0, 0);
  private IOException failure;

  /**
   * The most that was seen, in MiB.
   *
   * @param report live objects of report-service
   * @param ingest live objects of ingest-service
   * @param reportResident resident memory of report-service
   * @param looks how often was looked
   */
  record Peaks(double report, double ingest, double reportResident, int looks) {
    /** Of both services. */
    double both() {
      return report + ingest;
    }
  }

  private HeapWatch(Processes processes) {
    this.processes = processes;
  }

  static HeapWatch start(Processes processes) {
    HeapWatch watch = new HeapWatch(processes);
    watch.thread.scheduleWithFixedDelay(watch::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    return watch;
  }

  private void look() {
    try {
      double report = LiveHeap.mebibytes(processes, REPORT);
      double ingest = LiveHeap.mebibytes(processes, INGEST);
      double resident = processes.residentMebibytes(REPORT);
      synchronized (this) {
        peaks =
            new Peaks(
                Math.max(peaks.report, report),
                Math.max(peaks.ingest, ingest),
                Math.max(peaks.reportResident, resident),
                peaks.looks + 1);
      }
    } catch (IOException e) {
      synchronized (this) {
        failure = e;
      }
    }
  }

  /**
   * The most so far.
   *
   * @throws IOException when it could not be looked at
   */
  synchronized Peaks peaks() throws IOException {
    if (failure != null) {
      throw new IOException("Memory could not be watched: " + failure.getMessage(), failure);
    }
    return peaks;
  }

  @Override
  public void close() {
    thread.close();
  }
}
