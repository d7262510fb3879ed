package io.ledgerline.local.suite;

import io.ledgerline.local.process.ChildPrefix;
import io.ledgerline.local.process.Forker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Child processes: how they are started with a log, and ended. */
final class ChildProcess {
  private static final long LOG_BYTES = 10L << 20;
  private static final long STOP_SECONDS = 25;

  private ChildProcess() {}

  /** A command that runs {@code java} with these arguments. */
  static List<String> java(List<String> arguments) {
    List<String> command = new ArrayList<>(ChildPrefix.ownSession());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(arguments);
    return command;
  }

  /** A command that runs a program which does not watch its input for our end. */
  static List<String> program(Path executable) {
    List<String> command = new ArrayList<>(ChildPrefix.ownSession());
    command.addAll(ChildPrefix.diesWithUs("TERM"));
    command.add(executable.toString());
    return command;
  }

  /** Starts it; its log goes on where it ended. */
  static Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    makeRoom(log);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
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
