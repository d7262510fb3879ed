package io.ledgerline.ingest.ledger.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A row as COPY sends it in binary form, read in place. Valid until the next row; for one thread.
 */
public final class CopyRow {
  private static final int MAX_COLUMNS = 16;

  private byte[] data = {};
  private ByteBuffer numbers = ByteBuffer.wrap(data);
  private final int[] starts = new int[MAX_COLUMNS];
  private final int[] lengths = new int[MAX_COLUMNS];

  /**
   * Points to a row.
   *
   * @return whether there is one: false at the stream's trailer
   */
  boolean at(byte[] message, int offset) {
    data = message;
    numbers = ByteBuffer.wrap(message);
    int columns = numbers.getShort(offset);
    int at = offset + Short.BYTES;
    for (int i = 0; i < columns; i++) {
      lengths[i] = numbers.getInt(at);
      starts[i] = at + Integer.BYTES;
      at = starts[i] + Math.max(0, lengths[i]);
    }
    return columns >= 0;
  }

  /** Whether a column is null. */
  public boolean isNull(int column) {
    return lengths[column] < 0;
  }

  /** A {@code bigint}, or a {@code timestamptz} in microseconds since 2000. */
  public long number(int column) {
    return numbers.getLong(starts[column]);
  }

  /** An {@code int}. */
  public int integer(int column) {
    return numbers.getInt(starts[column]);
  }

  /** A {@code smallint}. */
  public short small(int column) {
    return numbers.getShort(starts[column]);
  }

  /** A {@code uuid}; null when it is null. */
  public UUID uuid(int column) {
    return isNull(column)
        ? null
        : new UUID(number(column), numbers.getLong(starts[column] + Long.BYTES));
  }

  /** A {@code text}; null when it is null. */
  public String text(int column) {
    return isNull(column)
        ? null
        : new String(data, starts[column], lengths[column], StandardCharsets.UTF_8);
  }

  /** The bytes that {@link #start} and {@link #length} point into; not to be changed. */
  public byte[] data() {
    return data;
  }

  /** Where a column's bytes begin. */
  public int start(int column) {
    return starts[column];
  }

  /** How many bytes a column has; -1 when it is null. */
  public int length(int column) {
    return lengths[column];
  }
}
