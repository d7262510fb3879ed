package io.ledgerline.system.chaos.suite;

import io.ledgerline.local.process.ChildPrefix;
import io.ledgerline.local.process.Folders;
import io.ledgerline.local.suite.Checkout;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A suite of our own on an empty data folder; closing it stops it and leaves the data. */
public final class LaunchedSuite implements AutoCloseable {
  private static final long UP_MINUTES = 8;

  private final ChaosSuite suite;
  private final Thread atExit = new Thread(this::stop, "stop-chaos-suite");

  private LaunchedSuite(ChaosSuite suite) {
    this.suite = suite;
  }

  /**
   * Removes what the folder holds, starts the suite and returns when it is up.
   *
   * @throws IOException when it does not come up, with the launcher's last words
   */
  public static LaunchedSuite start(Path data, int portOffset, int replicas)
      throws IOException, InterruptedException {
    LaunchedSuite launched =
        new LaunchedSuite(new ChaosSuite(new SuiteFolder(data), portOffset, replicas));
    if (Files.exists(data)) {
      launched.run("down");
      Folders.delete(data);
    }
    Files.createDirectories(data);
    Runtime.getRuntime().addShutdownHook(launched.atExit);
    launched.run("up", "--detach", "--port-offset=" + portOffset, "--replicas=" + replicas);
    return launched;
  }

  /** What runs. */
  public ChaosSuite suite() {
    return suite;
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void stop() {
    try {
      suite.releaseLauncher();
      run("down");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ChildPrefix.ownSession());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(Checkout.find().launcherJar().toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("ledgerline-chaos", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    builder.environment().put("LEDGERLINE_DATA", suite.folder().data().toString());
    Process process = builder.start();
    if (!process.waitFor(UP_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroy();
      throw new IOException(
          "'ledgerline " + arguments[0] + "' did not succeed:\n" + Files.readString(output));
    }
    Files.delete(output);
  }
}
