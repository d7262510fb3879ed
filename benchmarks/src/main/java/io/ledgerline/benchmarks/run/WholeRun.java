package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.SuiteFolder;
import java.util.List;

/** Everything on, all the way into the rollups. */
final class WholeRun {
  static final String[] ROWS = {
    "sustained-1000",
    "sustained-100",
    "p99",
    "p99-1000",
    "memory-ingest",
    "memory-report",
    "lost-or-doubled",
    "kafka"
  };

  WholeRun(BenchOptions options, Progress progress, SuiteFolder folder) {}

  List<Row> rows() {
    return List.of();
  }
}
