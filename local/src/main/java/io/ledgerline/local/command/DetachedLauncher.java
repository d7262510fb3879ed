package io.ledgerline.local.command;

import io.ledgerline.local.process.ChildPrefix;
import io.ledgerline.local.process.Forker;
import io.ledgerline.local.suite.Checkout;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A launcher that goes on without this terminal; what it says is shown until everything is up. */
final class DetachedLauncher {
  private static final long LOOK_MILLIS = 100;

  private final SuiteFolder folder;
  private final PrintWriter out;

  DetachedLauncher(SuiteFolder folder, PrintWriter out) {
    this.folder = folder;
    this.out = out;
  }

  /** Starts it and returns when everything is up. */
  void start(int portOffset, int replicas)
      throws IOException, SuiteException, InterruptedException {
    Path log = folder.log("launcher");
    Files.createDirectories(log.getParent());
    Process launcher =
        Forker.start(
            new ProcessBuilder(command(portOffset, replicas))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(log.toFile()));
    try (BufferedReader said = Files.newBufferedReader(log)) {
      while (!isUp(launcher)) {
        boolean ended = launcher.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        said.lines().forEach(out::println);
        out.flush();
        if (ended) {
          throw new SuiteException("Nothing runs; the reason is above, and in " + log + ".");
        }
      }
      said.lines().forEach(out::println);
      out.flush();
    }
  }

  private boolean isUp(Process launcher) {
    Optional<SuiteState> state = SuiteState.read(folder.state());
    return state.isPresent() && state.get().up() && state.get().launcher().pid() == launcher.pid();
  }

  private static List<String> command(int portOffset, int replicas) {
    List<String> command = new ArrayList<>(ChildPrefix.ownSession());
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            Checkout.find().launcherJar().toString(),
            "up",
            "--port-offset=" + portOffset,
            "--replicas=" + replicas));
    return command;
  }
}
