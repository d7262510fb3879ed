package io.ledgerline.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of an earlier run whose launcher is gone: killed, or cut short while starting. */
public final class Leftovers {
  private static final long STOP_SECONDS = 20;

  private Leftovers() {}

  /**
   * Ends them; called by who holds the lock, so that their launcher is certainly gone.
   *
   * @throws SuiteException when one does not end
   * @throws IOException when the data folder cannot be written
   */
  public static void end(SuiteFolder folder, Progress progress) throws SuiteException, IOException {
    List<SuiteState.Part> left =
        SuiteState.read(folder.state()).map(SuiteState::living).orElse(List.of());
    if (!left.isEmpty()) {
      progress.line(
          "An earlier run was cut short; ending what it left: "
              + String.join(
                  ", ", left.stream().map(p -> p.title() + " " + p.process().pid()).toList()));
    }
    for (SuiteState.Part part : left.reversed()) {
      end(part);
    }
    Files.deleteIfExists(folder.state());
  }

  private static void end(SuiteState.Part part) throws SuiteException {
    ProcessHandle process = part.process().alive().orElse(null);
    if (process == null) {
      return;
    }
    process.destroy();
    if (!gone(process)) {
      process.destroyForcibly();
      if (!gone(process)) {
        throw new SuiteException(
            "%s of an earlier run (process %d) does not end: end it, then start again."
                .formatted(part.title(), process.pid()));
      }
    }
  }

  private static boolean gone(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
