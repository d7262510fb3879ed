package io.ledgerline.benchmarks;

import io.ledgerline.benchmarks.figure.JsonRows;
import io.ledgerline.benchmarks.figure.Row;
import io.ledgerline.benchmarks.figure.Table;
import io.ledgerline.benchmarks.run.Bench;
import io.ledgerline.benchmarks.run.BenchOptions;
import io.ledgerline.benchmarks.run.Timing;
import io.ledgerline.local.process.Folders;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the packaged suite on this machine against limits of this machine. */
@Command(
    name = "ledgerline bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures how fast the suite is, as ratios to limits measured in the same run, on data of its",
      "own. Exit status 0 when every row reaches what it has to, 1 when one does not."
    })
public final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the rows there.")
  private Path json;

  @Option(names = "--quick", description = "As short as can be: shows that it works, not how fast.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Only these rows, such as ingest-1000,sustained-100.")
  private List<String> only = List.of();

  @Option(names = "--profile", description = "Also record where processor time and memory go.")
  private boolean profile;

  @Option(
      names = "--soak",
      paramLabel = "TIME",
      description = "Hold the sustained load so long, such as 10m, to see whether memory is flat.")
  private String soak;

  @Option(
      names = "--port-offset",
      paramLabel = "N",
      defaultValue = "8000",
      description = "Added to every usual port (8000).")
  private int portOffset;

  @Option(
      names = "--connections",
      paramLabel = "N,N,N",
      split = ",",
      arity = "1",
      description = "For calls with 1,000 events, with 100 and with one (8,32,128).")
  private List<Integer> connections = List.of(8, 32, 128);

  @Option(
      names = "--window",
      defaultValue = "60000",
      description = "Most events on their way to the rollups in the sustained rows (60000).")
  private long window;

  @Option(names = "--keep", description = "Leave the data where it is at the end.")
  private boolean keep;

  @Override
  public Integer call() throws SuiteException, IOException, InterruptedException, SQLException {
    for (String name : only) {
      if (!Bench.names().contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no row '%s': there are %s."
                .formatted(name, String.join(", ", Bench.names())));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    Path data = Files.createTempDirectory("ledgerline-bench");
    List<Row> rows = new Bench(options(data), progress).run();
    // Of a run that failed the logs are worth a look: its data stays.
    if (!keep) {
      Folders.delete(data);
    }
    out.println();
    Table.lines(rows).forEach(out::println);
    out.println();
    out.println("Took " + Progress.text(progress.since()));
    out.flush();
    if (json != null) {
      JsonRows.write(rows, json);
    }
    return rows.stream().allMatch(Row::ok) ? 0 : 1;
  }

  private BenchOptions options(Path data) {
    Set<String> names = new HashSet<>(only);
    return new BenchOptions(
        names,
        quick ? Timing.QUICK : Timing.FULL,
        profile,
        soak == null ? Duration.ZERO : Duration.parse("PT" + soak),
        portOffset,
        new SuiteFolder(data),
        connections,
        window);
  }
}
