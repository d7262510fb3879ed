package io.ledgerline.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.benchmarks.figure.Reach;
import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.host.BenchSuite;
import io.ledgerline.benchmarks.host.Processes;
import io.ledgerline.benchmarks.host.Profile;
import io.ledgerline.benchmarks.load.BodyTemplate;
import io.ledgerline.benchmarks.load.EventStamp;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Reports of five million events against reports of five thousand: what report- and ingest-service
 * keep in memory meanwhile must be the same. Both have a small heap. Reports in all formats are
 * made of a fifth of the events: they take longer.
 */
final class ReportRun {
  static final List<String> ROWS =
      List.of("report-daily-usage", "report-formats", "report-billing", "report-daily-records");
  private static final String PREFIX = "report-";
  private static final String DAILY_USAGE = "daily-usage";
  private static final String FORMATS = "report-formats";
  private static final List<String> SOME = List.of("csv", "html");
  private static final List<String> ALL = List.of("csv", "json", "jsonl", "xlsx", "html");
  private static final int PART = 5;
  private static final long MANY = 5_000_000;
  private static final long MANY_QUICKLY = 100_000;
  private static final long FEW = 5_000;
  private static final long SMALL_RUN_SECONDS = 12;
  private static final double MOST_RATIO = 1.2;
  private static final int BATCH = 1000;
  private static final Duration LOAD_FOR = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final List<String> HEAP = List.of("-Xmx128m", "-XX:MaxDirectMemorySize=64m");

  private final BenchOptions options;
  private final Progress progress;
  private final SuiteFolder folder;
  private final Instant first =
      Instant.now().minus(Duration.ofHours(18)).truncatedTo(ChronoUnit.HOURS);
  private BenchSuite suite;
  private ApiClient report;

  ReportRun(BenchOptions options, Progress progress, SuiteFolder folder) {
    this.options = options;
    this.progress = progress;
    this.folder = folder;
  }

  List<Row> rows() throws SuiteException, IOException, InterruptedException, SQLException {
    long many = options.timing() == Timing.QUICK ? MANY_QUICKLY : MANY;
    progress.line("Reports of %,d events; the services have %s".formatted(many, HEAP.getFirst()));
    Map<Service, Map<String, String>> services = new EnumMap<>(Service.class);
    services.put(Service.INGEST, Map.of());
    services.put(Service.REPORT, Map.of());
    List<Row> rows = new ArrayList<>();
    try (BenchSuite started =
        BenchSuite.start(folder, options.portOffset(), progress, services, HEAP)) {
      suite = started;
      report = started.api(Service.REPORT, progress);
      prices();
      load(many);
      for (String name : ROWS) {
        if (options.wants(name)) {
          rows.add(row(name, many));
        }
      }
    }
    return rows;
  }

  private void prices() throws IOException, InterruptedException {
    for (String meter : List.of("input_tokens", "output_tokens", "cache_read_tokens")) {
      ObjectNode price = JsonNodeFactory.instance.objectNode();
      price.put("provider", BodyTemplate.PROVIDER).put("meter", meter).put("unit", "token");
      price.put("rate", "1.37").put("per", 1_000_000).put("currency", "USD");
      report.post("/api/v1/prices", price);
    }
  }

  private void load(long events) throws IOException, InterruptedException, SQLException {
    SustainedLoad load =
        new SustainedLoad(suite, options, new EventStamp(first, System.nanoTime()));
    long sent = 0;
    while (sent < events) {
      sent += load.run(BATCH, LOAD_FOR).recorded();
      progress.line("%,d events are in the ledger and in the rollups".formatted(sent));
    }
    suite.checkpoint();
  }

  private Row row(String name, long many) throws IOException, InterruptedException {
    boolean formats = FORMATS.equals(name);
    Wish few =
        new Wish(
            formats ? DAILY_USAGE : name.substring(PREFIX.length()), FEW, formats ? ALL : SOME);
    Wish whole = new Wish(few.kind(), formats ? many / PART : many, few.formats());
    Made small = made(few, TimeUnit.SECONDS.toNanos(SMALL_RUN_SECONDS));
    progress.line(few.told() + small.note());
    Made large = profiled(name, whole);
    progress.line(whole.told() + large.note());
    return new Row(
        name,
        large.peaks().both(),
        "MiB",
        small.peaks().both(),
        large.peaks().both() / small.peaks().both(),
        new Reach.RatioAtMost(MOST_RATIO),
        null,
        whole.told() + large.note());
  }

  /** What is to be made. */
  private record Wish(String kind, long events, List<String> formats) {
    String told() {
      return String.format(Locale.ROOT, "%s of %,d events: ", kind, events);
    }
  }

  private Made profiled(String name, Wish wish) throws IOException, InterruptedException {
    if (!options.profile()) {
      return made(wish, 0);
    }
    try (Profile profile =
        Profile.start(name, suite.processes(), List.of(HeapWatch.REPORT, HeapWatch.INGEST))) {
      Made made = made(wish, 0);
      profile.stop().forEach(progress::line);
      return made;
    }
  }

  /** What one or several runs took. */
  private record Made(
      HeapWatch.Peaks peaks, Duration longest, long rows, long bytes, String cores) {
    String note() {
      return String.format(
          Locale.ROOT,
          "%,d rows, %,d MB of files in %.1f s; live: report %.1f MiB, ingest %.1f MiB;"
              + " report resident %.0f MiB; %s",
          rows,
          bytes / 1_000_000,
          longest.toMillis() / 1000.0,
          peaks.report(),
          peaks.ingest(),
          peaks.reportResident(),
          cores);
    }
  }

  private Made made(Wish wish, long nanos) throws IOException, InterruptedException {
    Map<String, Duration> before = suite.processes().cpu();
    long begin = System.nanoTime();
    try (HeapWatch watch = HeapWatch.start(suite.processes())) {
      Duration longest = Duration.ZERO;
      JsonNode run;
      do {
        long at = System.nanoTime();
        run = run(wish);
        Duration took = Duration.ofNanos(System.nanoTime() - at);
        longest = took.compareTo(longest) > 0 ? took : longest;
      } while (System.nanoTime() - begin < nanos);
      long bytes = 0;
      for (JsonNode artifact : run.path("artifacts")) {
        bytes += artifact.path("size").asLong();
      }
      String cores =
          Processes.cores(
              before, suite.processes().cpu(), Duration.ofNanos(System.nanoTime() - begin));
      return new Made(
          watch.peaks(), longest, run.path("totals").path("rows").asLong(), bytes, cores);
    }
  }

  private JsonNode run(Wish wish) throws IOException, InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("kind", wish.kind());
    ObjectNode period = body.putObject("period").put("type", "range");
    period.put("from", first.toString());
    period.put("to", first.plusMillis(EventStamp.STEP_MILLIS * wish.events()).toString());
    ArrayNode formats = body.putArray("formats");
    wish.formats().forEach(formats::add);
    String path =
        "/api/v1/report-runs/"
            + report.post("/api/v1/report-runs", body).body().path("id").asText();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonNode run = report.get(path);
      switch (run.path("state").asText()) {
        case "COMPLETED" -> {
          return checked(run, wish);
        }
        case "FAILED", "CANCELLED" -> throw new IOException("The run failed: " + run);
        default -> TimeUnit.MILLISECONDS.sleep(200);
      }
    }
    throw new IOException("The run took too long: " + report.get(path));
  }

  private static JsonNode checked(JsonNode run, Wish wish) throws IOException {
    JsonNode totals = run.path("totals");
    boolean whole =
        totals.path("events").asLong() == wish.events()
            && (!DAILY_USAGE.equals(wish.kind()) || totals.path("rows").asLong() == wish.events())
            && "RECONCILED".equals(run.path("reconciliation").path("result").asText());
    if (!whole) {
      throw new IOException("The run is not what it should be: " + run);
    }
    return run;
  }
}
