package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Interleaved;
import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.figure.Series;
import io.ledgerline.benchmarks.host.BenchSuite;
import io.ledgerline.benchmarks.host.Processes;
import io.ledgerline.benchmarks.host.Profile;
import io.ledgerline.benchmarks.limit.CopyLimit;
import io.ledgerline.benchmarks.load.EventStamp;
import io.ledgerline.benchmarks.load.LoadGenerator;
import io.ledgerline.benchmarks.load.LoadResult;
import io.ledgerline.benchmarks.load.Pace;
import io.ledgerline.benchmarks.load.Target;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ingestion by itself: the relay is off, report-service does not run. */
final class PausedRun {
  static final List<String> ROWS =
      List.of(
          "copy-1000",
          "copy-100",
          "copy-1",
          "parse-1000",
          "parse-100",
          "parse-1",
          "ingest-1000",
          "ingest-100",
          "ingest-1",
          "disk");
  private static final int[] BATCHES = {1000, 100, 1};
  private static final double BATCH_REACH = 0.6;
  private static final double SINGLE_REACH = 0.5;
  private static final double DISK_REACH = 220;
  private static final Duration EVENTS_FROM = Duration.ofHours(18);

  private final BenchOptions options;
  private final Progress progress;
  private final SuiteFolder folder;
  private final EventStamp stamp =
      new EventStamp(Instant.now().minus(EVENTS_FROM), System.nanoTime());
  private final List<Row> rows = new ArrayList<>();
  private BenchSuite suite;
  private CopyLimit copy;
  private boolean parseOnly;

  PausedRun(BenchOptions options, Progress progress, SuiteFolder folder) {
    this.options = options;
    this.progress = progress;
    this.folder = folder;
  }

  List<Row> rows() throws SuiteException, IOException, InterruptedException, SQLException {
    progress.line("Ingestion by itself: publication is off, report-service does not run");
    Map<Service, Map<String, String>> services =
        Map.of(Service.INGEST, Map.of("ledgerline.publication.enabled", "false"));
    try (BenchSuite started = BenchSuite.start(folder, options.portOffset(), progress, services);
        CopyLimit limit = new CopyLimit(started.parts().postgres())) {
      suite = started;
      copy = limit;
      parseOnly = parses();
      DiskUse before = DiskUse.of(suite);
      warmUp();
      for (int batch : BATCHES) {
        rowsOf(batch);
      }
      if (options.wants("disk")) {
        rows.add(disk(before));
      }
    }
    return rows;
  }

  /** Whether the service has parse-only calls: one event is asked of it. */
  private boolean parses() throws IOException {
    try (LoadGenerator generator = new LoadGenerator(suite.parseOnly(), 1, 1, stamp)) {
      return generator.run(Duration.ofMillis(1), Pace.closedLoop()).events() > 0;
    }
  }

  private void warmUp() throws IOException, InterruptedException {
    progress.line("Warming up");
    Duration part = options.timing().warmUp().dividedBy(BATCHES.length);
    for (int batch : BATCHES) {
      send(suite.events(), batch, part);
      copy.rowsPerSecond(batch, options.timing().limit());
    }
  }

  private void rowsOf(int batch) throws IOException, InterruptedException, SQLException {
    if (options.wants("copy-" + batch)) {
      List<Double> copies = new ArrayList<>();
      for (int i = 0; i < options.timing().rounds(); i++) {
        copies.add(copied(batch));
      }
      add(Row.of("copy-" + batch, new Series(copies), "rows/s", "raw COPY, a limit"));
    }
    if (parseOnly && options.wants("parse-" + batch)) {
      Series parsed = new Series(List.of(parsed(batch), parsed(batch)));
      add(Row.of("parse-" + batch, parsed, "events/s", "HTTP parse-only, a limit"));
    }
    if (options.wants("ingest-" + batch)) {
      add(ingest(batch));
    }
  }

  private Row ingest(int batch) throws IOException, InterruptedException, SQLException {
    boolean againstCopy = batch > 1 || !parseOnly;
    List<Double> limits = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    String note = "";
    limits.add(againstCopy ? copied(batch) : parsed(batch));
    for (int i = 0; i < options.timing().rounds(); i++) {
      suite.checkpoint();
      Map<String, Duration> before = suite.processes().cpu();
      LoadResult result = measured(batch, i);
      // Beginning and ending a recording costs time of its own.
      note = isProfiled(i) ? note : cores(before, result);
      values.add(result.eventsPerSecond());
      limits.add(againstCopy ? copied(batch) : parsed(batch));
      progress.line(
          String.format(
              Locale.ROOT,
              "ingest-%d: %,.0f events/s, limits %,.0f and %,.0f; %s",
              batch,
              values.getLast(),
              limits.get(i),
              limits.get(i + 1),
              note));
    }
    double reach = batch > 1 ? BATCH_REACH : SINGLE_REACH;
    String missing = batch > 1 || parseOnly ? "" : "no parse-only here, limit is raw COPY; ";
    return Row.of(
        "ingest-" + batch, new Interleaved(limits, values), "events/s", reach, missing + note);
  }

  /** The last round is the one that is recorded: by then everything is warm. */
  private LoadResult measured(int batch, int round) throws IOException {
    Duration time = options.timing().measure();
    if (!isProfiled(round)) {
      return send(suite.events(), batch, time);
    }
    try (Profile profile = Profile.start("ingest-" + batch, suite.processes(), List.of("ingest"))) {
      LoadResult result = send(suite.events(), batch, time);
      profile.stop().forEach(progress::line);
      return result;
    }
  }

  private boolean isProfiled(int round) {
    return options.profile() && round == options.timing().rounds() - 1;
  }

  private String cores(Map<String, Duration> before, LoadResult result) {
    return Processes.cores(before, suite.processes().cpu(), result.elapsed());
  }

  private double copied(int rowsPerTransaction)
      throws IOException, InterruptedException, SQLException {
    suite.checkpoint();
    return copy.rowsPerSecond(rowsPerTransaction, options.timing().limit());
  }

  private double parsed(int batch) throws IOException {
    return send(suite.parseOnly(), batch, options.timing().limit()).eventsPerSecond();
  }

  private LoadResult send(Target target, int batch, Duration time) throws IOException {
    try (LoadGenerator generator =
        new LoadGenerator(target, options.connectionsFor(batch), batch, stamp)) {
      return generator.run(time, Pace.closedLoop());
    }
  }

  private Row disk(DiskUse before) throws SQLException {
    DiskUse after = DiskUse.of(suite);
    return Row.atMost(
        DISK_REACH,
        "disk",
        after.bytesPerEventSince(before),
        "bytes/event",
        "ledger_event and event_key with their indexes, "
            + (after.events() - before.events())
            + " events");
  }

  private void add(Row row) {
    rows.add(row);
  }
}
