package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.load.EventStamp;
import io.ledgerline.benchmarks.load.LoadGenerator;
import io.ledgerline.benchmarks.load.LoadResult;
import io.ledgerline.benchmarks.load.Pace;
import io.ledgerline.benchmarks.load.SinkServer;
import io.ledgerline.benchmarks.load.Target;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** What the load generator can do at most, against a server that does nothing. */
final class GeneratorRun {
  static final List<String> ROWS = List.of("generator", "generator-1");

  private final BenchOptions options;

  GeneratorRun(BenchOptions options) {
    this.options = options;
  }

  List<Row> rows() throws IOException {
    return List.of(row("generator", 1000), row("generator-1", 1));
  }

  private Row row(String name, int batch) throws IOException {
    try (SinkServer sink = new SinkServer(batch);
        LoadGenerator generator =
            new LoadGenerator(
                new Target(sink.address(), "/", "none", "recorded"),
                options.connectionsFor(batch),
                batch,
                new EventStamp(Instant.now(), 1))) {
      generator.run(options.timing().limit(), Pace.closedLoop());
      LoadResult most = generator.run(options.timing().limit(), Pace.closedLoop());
      return Row.of(
          name,
          most.eventsPerSecond(),
          "events/s",
          "the load generator's most, in calls of "
              + batch
              + ", against a server that does nothing");
    }
  }
}
