package io.ledgerline.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests look at. */
public final class SourceTree {
  /** The folder of the parent build. */
  public static final Path ROOT =
      Path.of(System.getProperty("ledgerline.root", "..")).toAbsolutePath().normalize();

  /** The chart of the three services. */
  public static final Path CHART = ROOT.resolve("deploy/helm/ledgerline");

  private SourceTree() {}

  /** The text of a file, its path given from the root. */
  public static String read(String path) {
    return read(ROOT.resolve(path));
  }

  /** The text of a file. */
  public static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
