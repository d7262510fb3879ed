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

/**
 * A server that an earlier, half-started or killed run left behind on the same data, or the rest of
 * one: when the main process is killed, those that serve connections go on until they notice, and a
 * new server beside one that still writes would destroy the data.
 */
final class LeftoverServer {
  private static final long STOP_SECONDS = 30;

  private LeftoverServer() {}

  /**
   * Stops it where there is one. The mark of one that is gone stays, because a new server learns
   * from it whether the old one's memory is still in use; it is removed only when its process id
   * belongs to somebody else by now, whom the server would take for itself.
   *
   * @throws IOException when it does not stop
   */
  static void stop(Path data) throws IOException {
    Path mark = data.resolve("postmaster.pid");
    if (Files.exists(mark)) {
      Optional<ProcessHandle> marked = processOf(Files.readAllLines(mark));
      if (marked.isPresent() && isServer(marked.get())) {
        Commands.run(List.of("kill", "-INT", Long.toString(marked.get().pid())));
        awaitEnd(marked.get());
      } else if (marked.isPresent()) {
        Files.delete(mark);
      }
    }
    for (ProcessHandle orphan : workingIn(data)) {
      orphan.destroyForcibly();
      awaitEnd(orphan);
    }
  }

  private static void awaitEnd(ProcessHandle server) throws IOException {
    try {
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while an earlier PostgreSQL was stopping", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(
          "A PostgreSQL of an earlier run (process " + server.pid() + ") does not stop: end it", e);
    }
  }

  private static Optional<ProcessHandle> processOf(List<String> mark) {
    try {
      return ProcessHandle.of(Long.parseLong(mark.getFirst().strip()))
          .filter(ProcessHandle::isAlive);
    } catch (NumberFormatException | java.util.NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private static boolean isServer(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/postgres");
  }

  /** The server's processes by their working folder, on systems that tell it. */
  private static List<ProcessHandle> workingIn(Path data) throws IOException {
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    Path folder = data.toRealPath();
    return ProcessHandle.allProcesses()
        .filter(LeftoverServer::isServer)
        .filter(process -> folder.equals(workingFolder(process)))
        .toList();
  }

  private static Path workingFolder(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
    } catch (IOException notToldOrGone) {
      return null;
    }
  }
}
