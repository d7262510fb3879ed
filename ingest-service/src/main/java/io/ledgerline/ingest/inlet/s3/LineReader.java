package io.ledgerline.ingest.inlet.s3;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads lines as bytes, into one buffer that grows up to the longest line allowed. What is longer
 * is read over, so that the lines behind it are found. Counts what it reads and stops where an
 * object would unpack without end. Not safe for several threads.
 */
final class LineReader {
  private static final int BLOCK = 64 * 1024;

  private final InputStream in;
  private final int maxLine;
  private final long maxBytes;
  private final byte[] block = new byte[BLOCK];
  private int blockEnd;
  private int blockAt;
  private byte[] line = new byte[BLOCK];
  private int length;
  private long number;
  private long bytes;
  private boolean tooLong;

  /**
   * Reads lines of a stream.
   *
   * @param maxLine longest line in bytes
   * @param maxBytes most bytes of the stream
   */
  LineReader(InputStream in, int maxLine, long maxBytes) {
    this.in = in;
    this.maxLine = maxLine;
    this.maxBytes = maxBytes;
  }

  /**
   * Goes on to the next line.
   *
   * @return false at the end
   * @throws BadObjectException {@code too-large}
   */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    if (blockAt == blockEnd && !fill()) {
      return false;
    }
    number++;
    do {
      int end = endOfLine();
      keep(end);
      boolean complete = end < blockEnd;
      blockAt = complete ? end + 1 : end;
      if (complete) {
        return true;
      }
    } while (fill());
    return true;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Holds the line; valid until the next one is read. */
  byte[] buffer() {
    return line;
  }

  /** The line's bytes, from the buffer's start; 0 when it was too long. */
  int length() {
    return tooLong ? 0 : length;
  }

  /** Whether the line was longer than allowed. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Whether there is nothing but white space in it. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return !tooLong;
  }

  /** SHA-256 of the line's bytes, hex; of those kept when it was too long. */
  String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(line, 0, length);
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private int endOfLine() {
    int at = blockAt;
    while (at < blockEnd && block[at] != '\n') {
      at++;
    }
    return at;
  }

  private void keep(int end) {
    int more = end - blockAt;
    if (tooLong || length + more > maxLine) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.min(maxLine, Math.max(line.length * 2, length + more)));
    }
    System.arraycopy(block, blockAt, line, length, more);
    length += more;
  }

  private boolean fill() throws IOException {
    int read = in.read(block, 0, BLOCK);
    blockAt = 0;
    blockEnd = Math.max(read, 0);
    bytes += blockEnd;
    if (bytes > maxBytes) {
      throw new BadObjectException(
          "too-large", "The object unpacks to more than " + maxBytes + " bytes.", false);
    }
    return blockEnd > 0;
  }
}
