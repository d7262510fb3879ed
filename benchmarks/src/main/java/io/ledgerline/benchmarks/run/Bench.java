package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.local.process.Folders;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The whole benchmark: one suite with publication off, then another with everything on. */
public final class Bench {
  private final BenchOptions options;
  private final Progress progress;

  /** Tells there what it does. */
  public Bench(BenchOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** The names of all rows, in the order in which they are measured. */
  public static List<String> names() {
    return Stream.of(
            RatingRun.ROWS, GeneratorRun.ROWS, PausedRun.ROWS, WholeRun.ROWS, ReportRun.ROWS)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Measures what is wanted.
   *
   * @return the rows, in a fixed order
   */
  public List<Row> run() throws SuiteException, IOException, InterruptedException, SQLException {
    List<Row> rows = new ArrayList<>();
    if (options.wants(RatingRun.ROWS)) {
      rows.addAll(new RatingRun(options).rows());
    }
    if (options.wants(GeneratorRun.ROWS)) {
      rows.addAll(new GeneratorRun(options).rows());
    }
    if (options.wants(PausedRun.ROWS)) {
      rows.addAll(new PausedRun(options, progress, folder("paused")).rows());
    }
    if (options.wants(WholeRun.ROWS)) {
      rows.addAll(new WholeRun(options, progress, folder("whole")).rows());
    }
    // Five million events take their time: only who asks for them gets them.
    if (options.names(ReportRun.ROWS)) {
      rows.addAll(new ReportRun(options, progress, folder("reports")).rows());
    }
    return List.copyOf(rows);
  }

  /** Empty: both suites begin with nothing in their ledgers. */
  private SuiteFolder folder(String name) throws IOException {
    SuiteFolder folder = new SuiteFolder(options.folder().data().resolve(name));
    Folders.delete(folder.data());
    return folder;
  }
}
