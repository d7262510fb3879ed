package io.ledgerline.local.suite;

import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Lets one launcher at a time use a data folder; the system frees it when the launcher dies. */
public final class LauncherLock implements AutoCloseable {
  private final FileChannel file;

  private LauncherLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes the lock.
   *
   * @return empty when another launcher holds it
   * @throws IOException when the folder cannot be written
   */
  public static Optional<LauncherLock> take(Path file) throws IOException {
    PrivateFiles.createFolder(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new LauncherLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process: as good as by another.
    }
    channel.close();
    return Optional.empty();
  }

  /**
   * Whether a launcher holds it now.
   *
   * @throws IOException when the folder cannot be read
   */
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Optional<LauncherLock> mine = take(file);
    if (mine.isPresent()) {
      mine.get().close();
    }
    return mine.isEmpty();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
