package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Interleaved;
import io.ledgerline.benchmarks.figure.Reach;
import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.host.BenchSuite;
import io.ledgerline.benchmarks.host.Profile;
import io.ledgerline.benchmarks.limit.CopyLimit;
import io.ledgerline.benchmarks.limit.KafkaLimit;
import io.ledgerline.benchmarks.load.EventStamp;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Everything on, all the way into the rollups. */
final class WholeRun {
  static final List<String> ROWS =
      List.of(
          "sustained-1000",
          "sustained-100",
          "p99",
          "p99-1000",
          "memory-ingest",
          "memory-report",
          "memory-ingest-slope",
          "memory-report-slope",
          "lost-or-doubled",
          "kafka");
  private static final int LARGE = 1000;
  private static final int SMALL = 100;
  private static final double LARGE_REACH = 0.30;
  private static final double SMALL_REACH = 0.22;
  private static final double MEMORY_REACH = 512;
  private static final double SLOPE_REACH = 2;
  private static final Duration EVENTS_FROM = Duration.ofHours(18);

  private final BenchOptions options;
  private final Progress progress;
  private final SuiteFolder folder;
  private final EventStamp stamp =
      new EventStamp(Instant.now().minus(EVENTS_FROM), System.nanoTime());
  private final List<Row> rows = new ArrayList<>();
  private final List<Sustained> runs = new ArrayList<>();
  private BenchSuite suite;
  private SustainedLoad load;
  private long recorded;

  WholeRun(BenchOptions options, Progress progress, SuiteFolder folder) {
    this.options = options;
    this.progress = progress;
    this.folder = folder;
  }

  List<Row> rows() throws SuiteException, IOException, InterruptedException, SQLException {
    progress.line("All the way into the rollups: everything is on");
    Map<Service, Map<String, String>> services = new EnumMap<>(Service.class);
    for (Service service : Service.values()) {
      services.put(service, Map.of());
    }
    try (BenchSuite started = BenchSuite.start(folder, options.portOffset(), progress, services);
        CopyLimit copy = new CopyLimit(started.parts().postgres())) {
      suite = started;
      load = new SustainedLoad(suite, options, stamp);
      progress.line("Warming up");
      sustained(LARGE, options.timing().warmUp());
      copy.rowsPerSecond(LARGE, options.timing().limit());
      sustainedRows(copy);
      soak();
      latencies();
      kafka();
      exactness();
    }
    return rows;
  }

  private void sustainedRows(CopyLimit copy)
      throws IOException, InterruptedException, SQLException {
    for (int batch : new int[] {LARGE, SMALL}) {
      boolean wanted = options.wants("sustained-" + batch, "memory-ingest", "memory-report");
      if (!wanted && !options.wants(latencyRow(batch))) {
        continue;
      }
      List<Double> limits = new ArrayList<>();
      limits.add(copied(copy));
      suite.checkpoint();
      Sustained run = profiled("sustained-" + batch, batch);
      limits.add(copied(copy));
      runs.add(run);
      progress.line(
          "sustained-" + batch + ": " + Math.round(run.rate()) + " events/s; " + run.note());
      Interleaved all = new Interleaved(limits, List.of(run.rate()));
      if (options.wants("sustained-" + batch)) {
        rows.add(
            new Row(
                "sustained-" + batch,
                run.rate(),
                "events/s",
                all.limit().median(),
                all.ratios().median(),
                new Reach.RatioAtLeast(batch == LARGE ? LARGE_REACH : SMALL_REACH),
                run.slices().spread(),
                run.note()));
      }
    }
    memory("memory-ingest", Watch.Sample::ingestMebibytes);
    memory("memory-report", Watch.Sample::reportMebibytes);
  }

  private Sustained profiled(String name, int batch)
      throws IOException, InterruptedException, SQLException {
    if (!options.profile()) {
      return sustained(batch, options.timing().sustained());
    }
    try (Profile profile = Profile.start(name, suite.processes(), List.of("ingest", "report"))) {
      Sustained run = sustained(batch, options.timing().sustained());
      profile.stop().forEach(progress::line);
      return run;
    }
  }

  private Sustained sustained(int batch, Duration time)
      throws IOException, InterruptedException, SQLException {
    Sustained run = load.run(batch, time);
    recorded += run.recorded();
    return run;
  }

  private double copied(CopyLimit copy) throws IOException, InterruptedException, SQLException {
    suite.checkpoint();
    return copy.rowsPerSecond(LARGE, options.timing().limit());
  }

  private void memory(String name, ToDoubleFunction<Watch.Sample> what) {
    if (options.wants(name) && !runs.isEmpty()) {
      double peak = runs.stream().mapToDouble(run -> run.peak(what)).max().orElseThrow();
      rows.add(Row.atMost(MEMORY_REACH, name, peak, "MiB", "resident, the most while sustained"));
    }
  }

  private void soak() throws IOException, InterruptedException, SQLException {
    if (options.soak().isZero()) {
      return;
    }
    progress.line("Holding the load for " + options.soak().toMinutes() + " min");
    Sustained run = sustained(LARGE, options.soak());
    progress.line("held: " + Math.round(run.rate()) + " events/s; " + run.note());
    slope("memory-ingest-slope", run, Watch.Sample::ingestMebibytes);
    slope("memory-report-slope", run, Watch.Sample::reportMebibytes);
  }

  private void slope(String name, Sustained run, ToDoubleFunction<Watch.Sample> what) {
    rows.add(
        Row.atMost(
            SLOPE_REACH,
            name,
            run.slopePerMinute(what),
            "MiB/min",
            "over the second half of "
                + options.soak().toMinutes()
                + " min; the most was "
                + Math.round(run.peak(what))
                + " MiB"));
  }

  private static String latencyRow(int batch) {
    return batch == SMALL ? "p99" : "p99-" + batch;
  }

  private void latencies() throws IOException, InterruptedException, SQLException {
    for (int batch : new int[] {SMALL, LARGE}) {
      if (!options.wants(latencyRow(batch)) || runs.isEmpty()) {
        continue;
      }
      LatencyLoad latency = new LatencyLoad(suite, options, stamp);
      double rate = runs.get(batch == SMALL ? runs.size() - 1 : 0).rate();
      rows.add(latency.row(latencyRow(batch), batch, rate, batch == SMALL));
      recorded += latency.recorded();
      load.awaitDrained();
    }
  }

  private void kafka() throws IOException, InterruptedException, SQLException {
    if (options.wants("kafka")) {
      try (KafkaLimit kafka = new KafkaLimit(suite.parts().kafka().bootstrapServers())) {
        long events = suite.number("SELECT coalesce(round(avg(events)), 0) FROM ingest.batch");
        rows.add(kafka.row(Math.max(1, events), options.timing().limit()));
      }
    }
  }

  /** Every event that was answered as recorded is in the ledger and in the rollups, once. */
  private void exactness() throws SQLException {
    long inLedger = suite.number("SELECT count(*) FROM ingest.ledger_event");
    long rolledUp =
        suite.number("SELECT coalesce(sum(events), 0) FROM report.rollup WHERE meter = 0");
    if (options.wants("lost-or-doubled") || inLedger != recorded || rolledUp != recorded) {
      rows.add(
          Row.atMost(
              0,
              "lost-or-doubled",
              Math.abs(inLedger - recorded) + Math.abs(rolledUp - recorded),
              "events",
              "answered %,d, in the ledger %,d, rolled up %,d"
                  .formatted(recorded, inLedger, rolledUp)));
    }
  }
}
