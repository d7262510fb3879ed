package io.ledgerline.local.parts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The command {@code parts} in a JVM of its own, as tests and the launcher run it. */
final class LaunchedParts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path description;
  private final Path log;

  private LaunchedParts(Process process, Path description, Path log) {
    this.process = process;
    this.description = description;
    this.log = log;
  }

  /** Starts it on a data folder with these further arguments. */
  static LaunchedParts start(Path data, String... arguments) throws IOException {
    Path description = data.resolve("description.json");
    Path log = data.resolve("parts.log");
    Files.createDirectories(data);
    Files.deleteIfExists(description);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.ledgerline.local.Main",
                "parts",
                "--data=" + data,
                "--describe=" + description));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new LaunchedParts(process, description, log);
  }

  /** Waits until it is up. */
  PartsDescription awaitUp() throws IOException {
    Awaitility.await("parts")
        .atMost(PATIENCE)
        .until(() -> Files.exists(description) || !process.isAlive());
    return new JsonMapper().readValue(description.toFile(), PartsDescription.class);
  }

  /** Waits until it has ended. */
  int awaitEnd() {
    Awaitility.await("end of the parts").atMost(PATIENCE).until(() -> !process.isAlive());
    return process.exitValue();
  }

  /** What it said so far. */
  String said() throws IOException {
    return Files.readString(log);
  }

  /** The process and all that it started, so far as they live. */
  List<ProcessHandle> family() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    return all;
  }

  /** Ends it as a parent that goes away does: by closing its input. */
  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  /** Ends it without warning. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() throws IOException {
    closeInput();
    awaitEnd();
  }
}
