package io.ledgerline.local.command;

import io.ledgerline.local.suite.LogTail;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the end of the logs. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Shows the end of every part's log, or of one.")
public final class LogsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "-n", defaultValue = "20", description = "How many lines (20).")
  private int count;

  @Parameters(arity = "0..1", paramLabel = "PART", description = "For example ingest or kafka.")
  private String part;

  @Override
  public Integer call() throws IOException, SuiteException {
    SuiteFolder folder = SuiteFolder.find();
    List<Path> logs = logsIn(folder.log("any").getParent());
    PrintWriter out = spec.commandLine().getOut();
    List<Path> wanted =
        part == null ? logs : logs.stream().filter(folder.log(part)::equals).toList();
    if (wanted.isEmpty()) {
      throw new SuiteException(
          logs.isEmpty()
              ? "There are no logs: nothing was started here yet."
              : "There is no log of '%s': there are %s."
                  .formatted(
                      part, String.join(", ", logs.stream().map(LogsCommand::name).toList())));
    }
    for (Path log : wanted) {
      out.println("--- " + Console.shown(log));
      List<String> lines = LogTail.lines(log, 0);
      lines.subList(Math.max(0, lines.size() - count), lines.size()).forEach(out::println);
    }
    out.flush();
    return 0;
  }

  private static List<Path> logsIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static String name(Path log) {
    return log.getFileName().toString().replace(".log", "");
  }
}
