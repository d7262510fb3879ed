package io.ledgerline.local.command;

import io.ledgerline.local.suite.LauncherLock;
import io.ledgerline.local.suite.Leftovers;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops everything, from another terminal. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Stops everything; the data stays.")
public final class DownCommand implements Callable<Integer> {
  private static final long PATIENCE_SECONDS = 180;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, SuiteException, InterruptedException {
    SuiteFolder folder = SuiteFolder.find();
    Progress progress = new Progress(spec.commandLine().getOut());
    Optional<ProcessHandle> launcher =
        LauncherLock.isHeld(folder.lock())
            ? SuiteState.read(folder.state()).flatMap(state -> state.launcher().alive())
            : Optional.empty();
    if (launcher.isPresent()) {
      progress.line("Stopping Ledgerline (process " + launcher.get().pid() + ")");
      stop(launcher.get());
    } else if (LauncherLock.isHeld(folder.lock())) {
      throw new SuiteException(
          "Ledgerline is starting or stopping right now: try again in a few seconds.");
    } else if (SuiteState.read(folder.state()).isEmpty()) {
      progress.line("Nothing runs on " + Console.shown(folder.data()));
      return 0;
    }
    Leftovers.end(folder, progress);
    progress.line(
        "Stopped after "
            + Progress.text(progress.since())
            + "; the data stays in "
            + Console.shown(folder.data()));
    return 0;
  }

  private static void stop(ProcessHandle launcher) throws SuiteException, InterruptedException {
    launcher.destroy();
    try {
      launcher.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new SuiteException(
          "Process %d does not end: 'kill -9 %d' ends it and everything it started."
              .formatted(launcher.pid(), launcher.pid()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
