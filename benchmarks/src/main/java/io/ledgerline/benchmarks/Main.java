package io.ledgerline.benchmarks;

import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line {@code ./ledgerline bench}. */
public final class Main {
  private Main() {}

  /** Runs the benchmark and exits with its status. */
  public static void main(String[] args) {
    CommandLine line =
        new CommandLine(new BenchCommand())
            .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
    System.exit(line.execute(args));
  }

  /** What the user can do something about is a sentence; all else comes with its stack trace. */
  private static int explain(Exception e, PrintWriter err) {
    if (e instanceof SuiteException || e instanceof IOException && e.getMessage() != null) {
      err.println("ledgerline: " + e.getMessage());
    } else {
      e.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }
}
