package io.ledgerline.testkit;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How module {@code local} of this checkout is run. */
final class PartsCommandLine {
  private PartsCommandLine() {}

  static List<String> of(Path data, Path description) throws IOException {
    Path built = findBuild();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx320m",
        "--sun-misc-unsafe-memory-access=allow",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        jarIn(built).toString(),
        "io.ledgerline.local.Main",
        "parts",
        "--data",
        data.toString(),
        "--ephemeral-ports",
        "--describe",
        description.toString());
  }

  private static Path findBuild() throws IOException {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path target = at.resolve("local/target");
      if (Files.isDirectory(target.resolve("lib"))) {
        return target;
      }
    }
    throw new IOException("Module local is not built: run './mvnw -pl local package' first");
  }

  private static Path jarIn(Path target) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "ledgerline-local-*SNAPSHOT.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    throw new IOException("No jar of module local in " + target);
  }
}
