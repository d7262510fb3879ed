package io.ledgerline.ingest.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What is noted of rows of a few batches: which were taken back by which batch, and which are later
 * versions of their events.
 *
 * @param taken notes of rows that were taken back, by place
 * @param versions notes of later versions, by place
 */
record CorrectionNotes(
    Map<CorrectionNotes.Place, CorrectionNotes.Taken> taken,
    Map<CorrectionNotes.Place, CorrectionNotes.Version> versions) {
  private static final String TAKEN =
      """
      SELECT batch_no, position, identity, reversal_batch_no FROM corrected_event
      WHERE batch_no = ANY (?)""";

  private static final String VERSIONS =
      """
      SELECT batch_no, position, identity, body FROM event_version WHERE batch_no = ANY (?)""";

  private static final int FETCH = 10_000;

  /** Where a row lies. */
  record Place(long batchNo, int position) {}

  /** A row of this event was taken back by a row of that batch. */
  record Taken(UUID identity, long reversalBatchNo) {}

  /** A row is a version of this event and says this. */
  record Version(UUID identity, UUID body) {}

  static CorrectionNotes of(Connection connection, Collection<Long> batches) throws SQLException {
    Map<Place, Taken> taken = new HashMap<>();
    read(
        connection,
        TAKEN,
        batches,
        (place, row) -> taken.put(place, new Taken(row.getObject(3, UUID.class), row.getLong(4))));
    Map<Place, Version> versions = new HashMap<>();
    read(
        connection,
        VERSIONS,
        batches,
        (place, row) ->
            versions.put(
                place, new Version(row.getObject(3, UUID.class), row.getObject(4, UUID.class))));
    return new CorrectionNotes(taken, versions);
  }

  private interface NoteReader {
    void read(Place place, ResultSet row) throws SQLException;
  }

  private static void read(
      Connection connection, String query, Collection<Long> batches, NoteReader reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setArray(1, connection.createArrayOf("int8", batches.toArray()));
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(new Place(rows.getLong(1), rows.getInt(2)), rows);
        }
      }
    }
  }
}
