package io.ledgerline.local.command;

import io.ledgerline.local.suite.Checkout;
import io.ledgerline.local.suite.LogTail;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Builds one service's native image by the project's own build. */
final class NativeBuild {
  private static final long NEWS_SECONDS = 30;

  private final Progress progress;

  NativeBuild(Progress progress) {
    this.progress = progress;
  }

  void build(Service service) throws IOException, SuiteException, InterruptedException {
    checkBuilder();
    Path root = Checkout.find().root();
    Path log = root.resolve("target/native-" + service.text() + ".log");
    Files.createDirectories(log.getParent());
    progress.part(service.module(), "building its native image; the log is " + Console.shown(log));
    Process maven =
        new ProcessBuilder(
                root.resolve("mvnw").toString(),
                "-B",
                "-ntp",
                "-Dnative",
                "-DskipTests",
                "-am",
                "-pl",
                service.module(),
                "package")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    maven.getOutputStream().close();
    try {
      while (!maven.waitFor(NEWS_SECONDS, TimeUnit.SECONDS)) {
        progress.part(service.module(), "still building");
      }
    } finally {
      maven.destroy();
    }
    if (maven.exitValue() != 0) {
      throw new SuiteException(
          "The native image of %s could not be built: %s. The log is %s"
              .formatted(service.module(), firstError(log), log));
    }
    progress.part(service.module(), "native image built");
  }

  private static void checkBuilder() throws SuiteException {
    String home = System.getenv("GRAALVM_HOME");
    if (home == null || !Files.isExecutable(Path.of(home, "bin", "native-image"))) {
      throw new SuiteException(
          "GRAALVM_HOME must name a GraalVM or Mandrel 25 (a folder with bin/native-image): "
              + (home == null ? "it is not set." : "it is " + home + "."));
    }
  }

  private static String firstError(Path log) throws IOException {
    List<String> errors =
        LogTail.lines(log, 0).stream().filter(line -> line.startsWith("[ERROR] ")).toList();
    return errors.isEmpty() ? "it says nothing more" : errors.getFirst().substring(8);
  }
}
