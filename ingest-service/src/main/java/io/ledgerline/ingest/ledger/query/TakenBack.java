package io.ledgerline.ingest.ledger.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which rows of a few batches were taken back by what is sealed up to a watermark.
 *
 * @param corrections by batch number and position
 */
record TakenBack(Map<Long, UUID> corrections) {
  private static final String FIND =
      """
      SELECT c.batch_no, c.position, c.correction_id
      FROM corrected_event c JOIN batch r ON r.batch_no = c.reversal_batch_no
      WHERE c.batch_no BETWEEN ? AND ? AND r.seal_no <= ?""";

  private static final int FETCH = 10_000;
  private static final int POSITION_BITS = 16;

  static TakenBack among(Connection connection, long fromNo, long toNo, long watermark)
      throws SQLException {
    Map<Long, UUID> corrections = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setLong(1, fromNo);
      statement.setLong(2, toNo);
      statement.setLong(3, watermark);
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          corrections.put(key(rows.getLong(1), rows.getInt(2)), rows.getObject(3, UUID.class));
        }
      }
    }
    return new TakenBack(corrections);
  }

  /** The correction that took a row back; null while it stands. */
  UUID by(long batchNo, int position) {
    return corrections.isEmpty() ? null : corrections.get(key(batchNo, position));
  }

  private static long key(long batchNo, int position) {
    return batchNo << POSITION_BITS | position;
  }
}
