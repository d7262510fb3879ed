package io.ledgerline.ingest.ledger.write;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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

  private ByteBuffer bytes;

  /**
   * Begins.
   *
   * @param size expected bytes; grows when more come
   */
  CopyRows(int size) {
    bytes = ByteBuffer.allocate(size + HEADER.length).put(HEADER);
  }

  /** Begins a row; as many columns have to follow. */
  CopyRows row(int columns) {
    room(Short.BYTES).putShort((short) columns);
    return this;
  }

  CopyRows uuid(UUID value) {
    if (value == null) {
      return absent();
    }
    room(Integer.BYTES + 2 * Long.BYTES)
        .putInt(2 * Long.BYTES)
        .putLong(value.getMostSignificantBits())
        .putLong(value.getLeastSignificantBits());
    return this;
  }

  CopyRows int8(long value) {
    room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
    return this;
  }

  CopyRows int4(int value) {
    room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  CopyRows int2(int value) {
    room(Integer.BYTES + Short.BYTES).putInt(Short.BYTES).putShort((short) value);
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
    room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
    return this;
  }

  CopyRows jsonb(String value) {
    if (value == null) {
      return absent();
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES + 1 + utf8.length).putInt(1 + utf8.length).put(JSONB_VERSION).put(utf8);
    return this;
  }

  /**
   * Writes the rows; to be called once.
   *
   * @param copy {@code COPY … FROM STDIN WITH (FORMAT binary)}
   */
  void write(Connection connection, String copy) throws SQLException {
    room(Short.BYTES).putShort(END);
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      in.writeToCopy(bytes.array(), 0, bytes.position());
      in.endCopy();
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
  }

  private CopyRows absent() {
    room(Integer.BYTES).putInt(ABSENT);
    return this;
  }

  private ByteBuffer room(int size) {
    if (bytes.remaining() < size) {
      int wanted = Math.max(bytes.capacity() * 2, bytes.position() + size);
      bytes = ByteBuffer.allocate(wanted).put(bytes.flip());
    }
    return bytes;
  }
}
