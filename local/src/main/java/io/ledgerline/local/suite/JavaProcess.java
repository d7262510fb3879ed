package io.ledgerline.local.suite;

import io.ledgerline.local.process.Commands;
import io.ledgerline.local.process.Forker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Child JVMs: how they are started with a log, out of reach of the terminal's Ctrl-C. */
final class JavaProcess {
  private static final long LOG_BYTES = 10L << 20;
  private static final long STOP_SECONDS = 25;
  private static final boolean SETSID = Commands.exists("setsid");

  private JavaProcess() {}

  /** Starts {@code java} with these arguments; it lives until we close its input or die. */
  static Process start(List<String> arguments, Map<String, String> environment, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (SETSID) {
      command.add("setsid");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(arguments);
    return start(command, environment, log, null);
  }

  /** Starts any command in the same way. */
  static Process start(
      List<String> command, Map<String, String> environment, Path log, Path workingFolder)
      throws IOException {
    makeRoom(log);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    if (workingFolder != null) {
      builder.directory(workingFolder.toFile());
    }
    return Forker.start(builder);
  }

  /** A log that has grown long is put aside, in place of the one before. */
  private static void makeRoom(Path log) throws IOException {
    Files.createDirectories(log.getParent());
    if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Sends the signal to terminate, and the one to kill when that has no effect in time. */
  static void stop(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
