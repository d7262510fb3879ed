package io.ledgerline.ingest.inlet.s3;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip and tells a bad object from a store that stopped sending. */
final class Gunzip extends FilterInputStream {
  private static final int BUFFER = 64 * 1024;

  private Gunzip(InputStream in) {
    super(in);
  }

  /**
   * Unpacks a stream.
   *
   * @throws BadObjectException {@code not-gzip}; while reading {@code corrupt} and {@code
   *     truncated}
   */
  static InputStream of(InputStream packed) throws IOException {
    try {
      return new Gunzip(new GZIPInputStream(packed, BUFFER));
    } catch (ZipException e) {
      throw new BadObjectException("not-gzip", "The object is not gzip.", false);
    } catch (EOFException e) {
      throw truncated();
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (ZipException e) {
      throw new BadObjectException("corrupt", "The object's gzip data are damaged.", false);
    } catch (EOFException e) {
      throw truncated();
    }
  }

  private static BadObjectException truncated() {
    return new BadObjectException("truncated", "The object ends in the middle of its data.", true);
  }
}
