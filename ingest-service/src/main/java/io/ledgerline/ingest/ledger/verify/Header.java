package io.ledgerline.ingest.ledger.verify;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A batch's header as it lies in its table now.
 *
 * @param no its number in this database
 * @param id its identity everywhere
 * @param tenant whose
 * @param postedAt when it was posted
 * @param events how many rows it was committed with
 * @param accepted what was answered recorded, JSON
 * @param digest of its rows
 * @param minTime charge time of its first row
 * @param maxTime charge time of its last row
 * @param sealNo null while it is not sealed, like the chain's value
 * @param chain the chain's value
 */
record Header(
    long no,
    UUID id,
    String tenant,
    Instant postedAt,
    int events,
    String accepted,
    byte[] digest,
    Instant minTime,
    Instant maxTime,
    Long sealNo,
    byte[] chain) {
  static final String COLUMNS =
      """
      b.batch_no, b.id, b.tenant, b.posted_at, b.events, b.accepted::text, b.digest, b.min_time,
        b.max_time, b.seal_no, b.chain""";

  static List<Header> list(PreparedStatement statement) throws SQLException {
    List<Header> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new Header(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                instant(row, 4),
                row.getInt(5),
                row.getString(6),
                row.getBytes(7),
                instant(row, 8),
                instant(row, 9),
                row.getObject(10, Long.class),
                row.getBytes(11)));
      }
    }
    return found;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
