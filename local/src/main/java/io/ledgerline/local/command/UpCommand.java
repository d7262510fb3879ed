package io.ledgerline.local.command;

import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Suite;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and stays until it is told to stop. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything and stays; Ctrl-C or './ledgerline down' stops it.")
public final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private PortOffset offset;

  @Option(names = "--detach", description = "Come back once everything is up; it stays running.")
  private boolean detach;

  @Override
  public Integer call() throws IOException, SuiteException, InterruptedException {
    SuiteFolder folder = SuiteFolder.find();
    PrintWriter out = spec.commandLine().getOut();
    if (detach) {
      new DetachedLauncher(folder, out).start(offset.value());
      return 0;
    }
    Progress progress = new Progress(out);
    progress.line("Starting Ledgerline; its data is in " + Console.shown(folder.data()));
    try (Suite suite = Suite.start(folder, offset.value(), progress)) {
      suite.awaitUp();
      progress.line("Everything is up after " + Progress.text(progress.since()));
      Console.printPlaces(out, suite.state(), folder);
      suite.awaitFailure();
      return 0;
    }
  }
}
