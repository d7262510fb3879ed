package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is known of a batch without its rows.
 *
 * @param no its number in this database
 * @param id its identity everywhere
 * @param postedAt when it was posted
 * @param sealNo null while it is not sealed
 * @param events how many rows it was committed with
 * @param minTime charge time of its first row
 * @param maxTime charge time of its last row
 */
record BatchHeader(
    long no, UUID id, Instant postedAt, Long sealNo, int events, Instant minTime, Instant maxTime) {
  /** Columns of {@code batch b} that {@link #read} takes. */
  static final String COLUMNS =
      "b.batch_no, b.id, b.posted_at, b.seal_no, b.events, b.min_time, b.max_time";

  private static final int FETCH = 10_000;

  /** The row that a result stands at. */
  static BatchHeader read(ResultSet row) throws SQLException {
    return new BatchHeader(
        row.getLong(1),
        row.getObject(2, UUID.class),
        instant(row, 3),
        row.getObject(4, Long.class),
        row.getInt(5),
        instant(row, 6),
        instant(row, 7));
  }

  /** A tenant's sealed batches that have rows in a span, by number. */
  static <T> Map<Long, T> touched(
      Connection connection, TenantId tenant, Span span, Function<BatchHeader, T> shape)
      throws SQLException {
    Map<Long, T> found = new HashMap<>();
    String query =
        "SELECT " + COLUMNS + " FROM batch b WHERE b.tenant = ? AND " + span.touchedBatches();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, tenant.value());
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          BatchHeader header = read(rows);
          found.put(header.no(), shape.apply(header));
        }
      }
    }
    return found;
  }

  /** Batches of a query that selects {@link #COLUMNS}, in its order. */
  static List<BatchHeader> list(PreparedStatement statement) throws SQLException {
    List<BatchHeader> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  /** The condition on {@code ledger_event e} that finds rows of batches by their index. */
  static String between(Collection<Long> numbers) {
    return "e.batch_no BETWEEN %d AND %d"
        .formatted(Collections.min(numbers), Collections.max(numbers));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
