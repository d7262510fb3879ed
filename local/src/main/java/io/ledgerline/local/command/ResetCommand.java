package io.ledgerline.local.command;

import io.ledgerline.local.process.Folders;
import io.ledgerline.local.suite.LauncherLock;
import io.ledgerline.local.suite.Leftovers;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes all data. */
@Command(
    name = "reset",
    mixinStandardHelpOptions = true,
    description = "Removes all data of the local suite; it must not be running.")
public final class ResetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException, SuiteException {
    SuiteFolder folder = SuiteFolder.find();
    Progress progress = new Progress(spec.commandLine().getOut());
    if (!Files.exists(folder.data())) {
      progress.line("There is no data in " + Console.shown(folder.data()));
      return 0;
    }
    Optional<LauncherLock> lock = LauncherLock.take(folder.lock());
    if (lock.isEmpty()) {
      throw new SuiteException(
          "Ledgerline runs on " + folder.data() + ": stop it first with './ledgerline down'.");
    }
    try {
      remove(folder, progress);
    } finally {
      lock.get().close();
    }
    progress.line("Removed " + Console.shown(folder.data()));
    return 0;
  }

  private void remove(SuiteFolder folder, Progress progress) throws IOException, SuiteException {
    if (!Files.exists(folder.data().resolve("secrets.json")) && !isOnlyLock(folder)) {
      throw new SuiteException(
          folder.data() + " does not look like Ledgerline's data: remove it yourself.");
    }
    if (!confirmed(folder)) {
      throw new SuiteException("Nothing was removed: answer yes, or say 'reset --yes'.");
    }
    Leftovers.end(folder, progress);
    Folders.delete(folder.data());
  }

  private static boolean isOnlyLock(SuiteFolder folder) {
    String[] files = folder.data().toFile().list();
    return files != null && files.length == 1;
  }

  private boolean confirmed(SuiteFolder folder) {
    if (yes || System.console() == null) {
      return yes;
    }
    String answer = System.console().readLine("Remove all of %s? [yes/no] ", folder.data());
    return "yes".equals(answer);
  }
}
