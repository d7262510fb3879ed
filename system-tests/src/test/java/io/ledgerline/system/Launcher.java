package io.ledgerline.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line as a user has it, without the part of the script that builds: the reactor has
 * just done that.
 *
 * @param data the suite's data folder
 */
record Launcher(Path data) {
  private static final Duration LONGEST = Duration.ofMinutes(6);

  /**
   * What a command did.
   *
   * @param status its exit status
   * @param output all that it printed
   */
  record Outcome(int status, String output) {}

  /** Runs a command to its end. */
  Outcome run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("ledgerline", ".out");
    Process process = start(output, arguments);
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      process.destroy();
      throw new IOException("No end within " + LONGEST + ":\n" + Files.readString(output));
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Outcome(process.exitValue(), text);
  }

  /** Starts a command and comes back. */
  Process start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(jar().toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("LEDGERLINE_DATA", data.toString());
    return builder.start();
  }

  /** A folder for a suite of this build's tests, empty. */
  static Path emptyFolder(String name) throws IOException, InterruptedException {
    Path folder = Path.of("target", name).toAbsolutePath();
    new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    return Files.createDirectories(folder);
  }

  private static Path jar() {
    return Path.of("..", "local", "target", "ledgerline-local-0.1.0-SNAPSHOT.jar")
        .toAbsolutePath()
        .normalize();
  }
}
