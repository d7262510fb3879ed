package io.ledgerline.ingest.ledger.write;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary form of PostgreSQL's COPY (see "COPY, Binary Format" in its manual): for each
 * row the number of columns, for each column its length and its value, numbers big-endian. Not safe
 * for use by several threads.
 */
final class CopyRows {
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final short END = -1;
  private static final int ABSENT = -1;
  private static final byte JSONB_VERSION = 1;
  private static final long SECONDS_1970_TO_2000 = 946_684_800L;
  private static final long MICROS = 1_000_000L;

  private static final VarHandle SHORT = view(short[].class);
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private byte[] bytes;
  private int end;

  /**
   * Begins.
   *
   * @param size expected bytes; grows when more come
   */
  CopyRows(int size) {
    bytes = Arrays.copyOf(HEADER, size + HEADER.length + Short.BYTES);
    end = HEADER.length;
  }

  /** Begins a row; as many columns have to follow. */
  CopyRows row(int columns) {
    int at = room(Short.BYTES);
    SHORT.set(bytes, at, (short) columns);
    return this;
  }

  CopyRows uuid(UUID value) {
    if (value == null) {
      return absent();
    }
    int at = column(2 * Long.BYTES);
    LONG.set(bytes, at, value.getMostSignificantBits());
    LONG.set(bytes, at + Long.BYTES, value.getLeastSignificantBits());
    return this;
  }

  CopyRows int8(long value) {
    int at = column(Long.BYTES);
    LONG.set(bytes, at, value);
    return this;
  }

  CopyRows int4(int value) {
    int at = column(Integer.BYTES);
    INT.set(bytes, at, value);
    return this;
  }

  CopyRows int2(int value) {
    int at = column(Short.BYTES);
    SHORT.set(bytes, at, (short) value);
    return this;
  }

  /** A timestamptz; what is below a microsecond is cut off. */
  CopyRows time(Instant value) {
    return int8((value.getEpochSecond() - SECONDS_1970_TO_2000) * MICROS + value.getNano() / 1000);
  }

  CopyRows text(String value) {
    if (value == null) {
      return absent();
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    int at = column(utf8.length);
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    return this;
  }

  CopyRows jsonb(String value) {
    if (value == null) {
      return absent();
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    int at = column(1 + utf8.length);
    bytes[at] = JSONB_VERSION;
    System.arraycopy(utf8, 0, bytes, at + 1, utf8.length);
    return this;
  }

  /**
   * Writes the rows; to be called once.
   *
   * @param copy {@code COPY … FROM STDIN WITH (FORMAT binary)}
   */
  void write(Connection connection, String copy) throws SQLException {
    ending();
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      in.writeToCopy(bytes, 0, end);
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private CopyRows absent() {
    int at = room(Integer.BYTES);
    INT.set(bytes, at, ABSENT);
    return this;
  }

  private void ending() {
    int at = room(Short.BYTES);
    SHORT.set(bytes, at, END);
  }

  /** What was written so far. */
  byte[] written() {
    return Arrays.copyOf(bytes, end);
  }

  /** Writes a column's length; returns where its value goes. */
  private int column(int length) {
    int at = room(Integer.BYTES + length);
    INT.set(bytes, at, length);
    return at + Integer.BYTES;
  }

  /**
   * Makes room at the end; returns where it begins. The bytes may be others afterwards: whoever
   * writes asks for room first, and for the bytes then.
   */
  private int room(int size) {
    int at = end;
    if (bytes.length - at < size) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + size));
    }
    end = at + size;
    return at;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
  }
}
