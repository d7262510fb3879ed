package io.ledgerline.deploy.chart;

import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of the chart whose hooks are plain objects. The Helm library renders no hooks, and the
 * topics job and the test pod are to be checked like everything else.
 */
final class HooklessCopy {
  /** Stands in the copy for the annotation {@code helm.sh/hook}. */
  static final String HOOK = "test.ledgerline.io/hook";

  private HooklessCopy() {}

  /** Copies the chart below {@code target/}, over an earlier copy. */
  static Path make() {
    Path copy = SourceTree.ROOT.resolve("deploy/target/hookless-chart");
    try (Stream<Path> files = Files.walk(SourceTree.CHART)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(SourceTree.CHART.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(target, Files.readString(file).replace("helm.sh/hook:", HOOK + ":"));
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
