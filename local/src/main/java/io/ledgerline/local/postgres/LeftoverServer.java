package io.ledgerline.local.postgres;

import io.ledgerline.local.process.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that an earlier, half-started or killed run left behind on the same data. */
final class LeftoverServer {
  private static final long STOP_SECONDS = 30;

  private LeftoverServer() {}

  /**
   * Stops it where there is one, and removes the mark of one that is gone: its process id may
   * belong to somebody else by now, which the server would take for itself.
   *
   * @throws IOException when it does not stop
   */
  static void stop(Path data) throws IOException {
    Path mark = data.resolve("postmaster.pid");
    if (!Files.exists(mark)) {
      return;
    }
    Optional<ProcessHandle> server = processOf(Files.readAllLines(mark));
    if (server.isPresent()) {
      long pid = server.get().pid();
      Commands.run(List.of("kill", "-INT", Long.toString(pid)));
      try {
        server.get().onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException(
            "A PostgreSQL of an earlier run (process " + pid + ") does not stop: end it", e);
      }
    }
    Files.deleteIfExists(mark);
  }

  private static Optional<ProcessHandle> processOf(List<String> mark) {
    try {
      return ProcessHandle.of(Long.parseLong(mark.getFirst().strip()))
          .filter(ProcessHandle::isAlive)
          .filter(p -> p.info().command().orElse("").endsWith("/postgres"));
    } catch (NumberFormatException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }
}
