package io.ledgerline.ingest.inlet.s3;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.ingest.inlet.bedrock.BodyPath;
import io.ledgerline.ingest.inlet.bedrock.ImageRequest;
import io.ledgerline.ingest.inlet.bedrock.ImageRequestReader;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads request bodies that lie apart, for the few words about images in them. Nothing else of a
 * body is looked at, kept, logged or passed on.
 */
@ApplicationScoped
class Bodies {
  private static final String FIELD = "input.inputBodyS3Path";
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final ObjectStore store;
  private final Locations locations;
  private final long maxBody;

  Bodies(ObjectStore store, Locations locations, S3InletConfig config) {
    this.store = store;
    this.locations = locations;
    this.maxBody = config.maxBody().asLongValue();
  }

  /**
   * Reads a body; blocks, so only for virtual threads.
   *
   * @throws InvalidValueException when it cannot be read and the record has to be refused
   * @throws ObjectStoreException when the store is away and the record has to wait
   */
  ImageRequest read(BodyPath path) {
    if (!locations.hasBucket(path.bucket())) {
      throw refused("body-not-allowed", "Bodies are read only from buckets of the locations.");
    }
    try {
      return store
          .read(new ObjectAddress(path.bucket(), path.key()), (head, body) -> image(body))
          .await()
          .indefinitely();
    } catch (ObjectStoreException e) {
      if (e.reason().isWorthRetrying()) {
        throw e;
      }
      throw refused("body-missing", "The body that the price depends on cannot be read.");
    }
  }

  private ImageRequest image(InputStream body) throws IOException {
    try {
      return ImageRequestReader.read(new Bounded(unpacked(body), maxBody));
    } catch (JsonProcessingException | ZipException | EOFException e) {
      throw refused("body-unreadable", "The body that the price depends on is not readable JSON.");
    }
  }

  private static InputStream unpacked(InputStream body) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(body);
    buffered.mark(2);
    boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    return gzip ? new GZIPInputStream(buffered) : buffered;
  }

  private static InvalidValueException refused(String code, String detail) {
    return new InvalidValueException(FIELD, code, detail);
  }

  /** Ends with a refusal where a body has too many bytes. */
  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) {
      left -= read;
      if (left < 0) {
        throw refused("body-too-large", "The body that the price depends on is too large.");
      }
    }
  }
}
