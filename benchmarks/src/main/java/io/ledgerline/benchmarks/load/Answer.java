package io.ledgerline.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects one HTTP answer after the other and reads the little that matters: the status, and a
 * number from {@code counts} at the body's end. Knows bodies with a length and chunked ones.
 */
public final class Answer {
  private static final byte[] HEADER_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int SHOWN = 600;
  private static final int UNKNOWN = -1;
  private static final int CHUNKED = -2;

  private byte[] bytes = new byte[8 << 10];
  private int size;
  private int bodyAt = UNKNOWN;
  private int length = UNKNOWN;

  /** Forgets the answer before. */
  void clear() {
    size = 0;
    bodyAt = UNKNOWN;
    length = UNKNOWN;
  }

  /** Takes what has come. Returns whether the answer is whole. */
  boolean take(ByteBuffer part) {
    int count = part.remaining();
    if (size + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + count));
    }
    part.get(bytes, size, count);
    size += count;
    if (bodyAt == UNKNOWN) {
      readHeader();
    }
    return switch (length) {
      case UNKNOWN -> false;
      case CHUNKED -> endsWith(LAST_CHUNK);
      default -> size >= bodyAt + length;
    };
  }

  private void readHeader() {
    int end = indexOf(HEADER_END, 0);
    if (end < 0) {
      return;
    }
    bodyAt = end + HEADER_END.length;
    String header = new String(bytes, 0, end, StandardCharsets.US_ASCII).toLowerCase();
    int at = header.indexOf("\r\ncontent-length:");
    if (at >= 0) {
      int lineEnd = header.indexOf('\r', at + 2);
      String value =
          header.substring(header.indexOf(':', at) + 1, lineEnd < 0 ? header.length() : lineEnd);
      length = Integer.parseInt(value.strip());
    } else if (header.contains("\r\ntransfer-encoding: chunked")) {
      length = CHUNKED;
    } else {
      length = 0;
    }
  }

  /** The HTTP status. */
  int status() {
    return (bytes[STATUS_AT] - '0') * 100
        + (bytes[STATUS_AT + 1] - '0') * 10
        + bytes[STATUS_AT + 2]
        - '0';
  }

  /**
   * The number behind the last occurrence of a name.
   *
   * @param name with its quotes and colon, such as {@code "recorded":}
   * @return 0 when it does not occur
   */
  int number(byte[] name) {
    for (int at = size - name.length - 1; at >= bodyAt; at--) {
      if (matches(name, at)) {
        int value = 0;
        for (int i = at + name.length; i < size && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
          value = value * 10 + bytes[i] - '0';
        }
        return value;
      }
    }
    return 0;
  }

  /** Its beginning, for people. */
  String shown() {
    return new String(bytes, 0, Math.min(size, SHOWN), StandardCharsets.UTF_8);
  }

  private boolean endsWith(byte[] end) {
    return size >= end.length && matches(end, size - end.length);
  }

  private int indexOf(byte[] wanted, int from) {
    for (int at = from; at <= size - wanted.length; at++) {
      if (matches(wanted, at)) {
        return at;
      }
    }
    return UNKNOWN;
  }

  private boolean matches(byte[] wanted, int at) {
    return Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }
}
