package io.ledgerline.platform.objectstore;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads an object's body on a virtual thread, where it may block.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface BodyReader<T> {
  /** Reads as much as it likes; the stream is closed afterwards. */
  T read(ObjectHead head, InputStream body) throws IOException;
}
