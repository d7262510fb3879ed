package io.ledgerline.local.postgres;

import io.ledgerline.local.process.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL server's own binaries, unpacked from the archive on the class path. */
final class PostgresBinaries {
  private static final Map<String, String> ARCHITECTURES =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

  private PostgresBinaries() {}

  /**
   * Unpacks the binaries below {@code folder} unless they are there. Several processes may ask at
   * the same time.
   *
   * @return the folder with {@code bin/postgres}
   * @throws IOException when there is no archive for this machine, or the folder cannot be written
   */
  static Path in(Path folder) throws IOException {
    String archive = archiveName();
    Path home = folder.resolve(archive.replace(".txz", ""));
    if (Files.isExecutable(home.resolve("bin/postgres"))) {
      return home;
    }
    Files.createDirectories(folder);
    Path part = Files.createTempDirectory(folder, "unpacking");
    part.toFile().setReadable(true, false);
    part.toFile().setExecutable(true, false);
    unpack(archive, part);
    try {
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      Folders.delete(part);
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw e;
      }
    }
    return home;
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : "linux";
    return "postgres-" + system + "-" + ARCHITECTURES.getOrDefault(arch, arch) + ".txz";
  }

  private static void unpack(String archive, Path to) throws IOException {
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new IOException("This build brings no PostgreSQL for this machine (" + archive + ")");
      }
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
          write(tar, e, to);
        }
      }
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path to)
      throws IOException {
    Path path = to.resolve(entry.getName()).normalize();
    if (!path.startsWith(to)) {
      throw new IOException("Archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if ((entry.getMode() & 0100) != 0) {
      path.toFile().setExecutable(true, false);
    }
  }
}
