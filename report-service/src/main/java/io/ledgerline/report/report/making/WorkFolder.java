package io.ledgerline.report.report.making;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder for the files of one attempt; closing removes it with all that is in it. */
record WorkFolder(Path path) implements AutoCloseable {
  static WorkFolder make(Optional<Path> parent) throws IOException {
    if (parent.isPresent()) {
      Files.createDirectories(parent.get());
      return new WorkFolder(Files.createTempDirectory(parent.get(), "run-"));
    }
    return new WorkFolder(Files.createTempDirectory("ledgerline-run-"));
  }

  @Override
  public void close() {
    try {
      List<Path> deepestFirst;
      try (Stream<Path> all = Files.walk(path)) {
        deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
