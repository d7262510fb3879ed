package io.ledgerline.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read: keys and passwords of the local suite. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /**
   * Writes the text so that no reader ever sees a part of it, nor anybody else any of it.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part" + ProcessHandle.current().pid());
    Files.deleteIfExists(part);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Makes a folder that nobody else may look into, unless it is there.
   *
   * @throws IOException when it cannot be made
   */
  public static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
    if (Files.getFileStore(parent).supportsFileAttributeView("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }
}
