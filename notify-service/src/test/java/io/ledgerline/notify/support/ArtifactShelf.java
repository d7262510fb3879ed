package io.ledgerline.notify.support;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.platform.objectstore.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** What {@link ArtifactServer} answers. */
public final class ArtifactShelf {
  static final String FOLDER = "test.artifacts.folder";

  private final Path folder;

  private ArtifactShelf(Path folder) {
    this.folder = folder;
  }

  /** The shelf of the server that this test's application reads from. */
  public static ArtifactShelf open() {
    return new ArtifactShelf(Path.of(ConfigProvider.getConfig().getValue(FOLDER, String.class)));
  }

  /** Puts an artifact on the shelf. */
  public ArtifactRef put(String name, byte[] bytes) {
    ArtifactRef artifact = announce(name, bytes);
    replace(artifact, bytes);
    return artifact;
  }

  /** An artifact that is announced but not there. */
  public ArtifactRef announce(String name, byte[] bytes) {
    return new ArtifactRef(UUID.randomUUID(), name, "text/csv", bytes.length, Sha256.of(bytes));
  }

  /** Puts other bytes in an artifact's place. */
  public void replace(ArtifactRef artifact, byte[] bytes) {
    write(artifact.id().toString(), bytes);
  }

  /** Answers for an artifact with an HTTP status until {@link #mend}. */
  public void refuse(ArtifactRef artifact, int status) {
    write(artifact.id() + ".status", Integer.toString(status).getBytes(StandardCharsets.UTF_8));
  }

  /** Ends {@link #refuse}. */
  public void mend(ArtifactRef artifact) {
    remove(artifact.id() + ".status");
  }

  /** Keeps whoever asks for an artifact waiting until {@link #release}. */
  public void hold(ArtifactRef artifact) {
    write(artifact.id() + ".hold", new byte[0]);
  }

  /** Ends {@link #hold}. */
  public void release(ArtifactRef artifact) {
    remove(artifact.id() + ".hold");
  }

  private void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
