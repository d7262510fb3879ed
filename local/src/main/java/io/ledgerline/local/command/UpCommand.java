package io.ledgerline.local.command;

import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Replica;
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
import picocli.CommandLine.ParameterException;
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

  private int replicas;

  /** Set by picocli. */
  @Option(
      names = "--replicas",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many of each service; further ones listen 10 ports higher each.")
  void setReplicas(int wanted) {
    if (wanted < 1 || wanted > Replica.MOST) {
      throw new ParameterException(
          spec.commandLine(), "--replicas must be from 1 to " + Replica.MOST + ", not " + wanted);
    }
    replicas = wanted;
  }

  @Override
  public Integer call() throws IOException, SuiteException, InterruptedException {
    SuiteFolder folder = SuiteFolder.find();
    PrintWriter out = spec.commandLine().getOut();
    if (detach) {
      new DetachedLauncher(folder, out).start(offset.value(), replicas);
      return 0;
    }
    Progress progress = new Progress(out);
    progress.line("Starting Ledgerline; its data is in " + Console.shown(folder.data()));
    try (Suite suite = Suite.start(folder, offset.value(), replicas, progress)) {
      suite.awaitUp();
      progress.line("Everything is up after " + Progress.text(progress.since()));
      Console.printPlaces(out, suite.state(), folder);
      suite.awaitFailure();
      return 0;
    }
  }
}
