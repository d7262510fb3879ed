package io.ledgerline.ingest.ledger.scan;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the answer of a query by COPY in binary form: the cheapest way for the server to send rows
 * and for us to read them, and never more than one row in memory.
 */
public final class RowScan {
  /** Signature and flags, before the length of the header's extension. */
  private static final int HEADER = 15;

  private RowScan() {}

  /**
   * Reads all rows.
   *
   * @param query without parameters; made of constants and numbers only, never of a caller's text
   * @param reader called for each row, on the current thread
   */
  public static void read(Connection connection, String query, Consumer<CopyRow> reader)
      throws SQLException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
    try {
      CopyRow row = new CopyRow();
      boolean first = true;
      for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
        int offset = 0;
        if (first) {
          offset = HEADER + Integer.BYTES + ByteBuffer.wrap(message).getInt(HEADER);
          first = false;
        }
        // One message a row, as the protocol says; the header comes with the first.
        if (offset < message.length && row.at(message, offset)) {
          reader.accept(row);
        }
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
