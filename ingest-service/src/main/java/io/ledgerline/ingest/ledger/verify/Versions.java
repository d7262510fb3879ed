package io.ledgerline.ingest.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which rows of a few batches are later versions of their events, made by corrections. The key
 * table tells of the first version only.
 *
 * @param rows by batch number and position
 */
record Versions(Set<Long> rows) {
  private static final String FIND =
      "SELECT batch_no, position FROM event_version WHERE batch_no BETWEEN ? AND ?";

  private static final int FETCH = 10_000;
  private static final int POSITION_BITS = 16;

  static Versions of(Connection connection, long fromNo, long toNo) throws SQLException {
    Set<Long> rows = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setLong(1, fromNo);
      statement.setLong(2, toNo);
      statement.setFetchSize(FETCH);
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(key(found.getLong(1), found.getInt(2)));
        }
      }
    }
    return new Versions(rows);
  }

  /** Whether a row is what the key table tells of. */
  boolean isFirst(long batchNo, int position, CheckedBatch.Entry entry) {
    return entry.set().shape().sign() > 0
        && (rows.isEmpty() || !rows.contains(key(batchNo, position)));
  }

  private static long key(long batchNo, int position) {
    return batchNo << POSITION_BITS | position;
  }
}
