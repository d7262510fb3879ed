package io.ledgerline.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small commands of the operating system, and whether it has them. */
public final class Commands {
  private static final long SECONDS = 60;

  private Commands() {}

  /** Whether the command is in PATH. */
  public static boolean exists(String command) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the command runs and exits with 0. */
  public static boolean succeeds(List<String> command) {
    try {
      return run(command).exit() == 0;
    } catch (IOException cannotStart) {
      return false;
    }
  }

  /**
   * Runs the command to its end, at most a minute.
   *
   * @throws IOException when it cannot be started or does not end
   */
  public static Outcome run(List<String> command) throws IOException {
    Process process = Forker.start(new ProcessBuilder(command).redirectErrorStream(true));
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(command.getFirst() + " did not end within " + SECONDS + " s");
      }
      return new Outcome(process.exitValue(), output.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while running " + command.getFirst(), e);
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * How a command ended.
   *
   * @param exit its exit status
   * @param output all it wrote, to both streams
   */
  public record Outcome(int exit, String output) {}
}
