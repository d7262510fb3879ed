package io.ledgerline.ingest.ledger.write;

import io.ledgerline.ingest.ledger.batch.Accepted;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.batch.NewBatch;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Writes batches: their headers, which are the outbox too, and their rows. Blocks. */
public final class BatchTable {
  private static final String HEADERS =
      """
      INSERT INTO batch (id, tenant, events, accepted, digest, min_time, max_time, publish_due_at)
      SELECT b.id, b.tenant, b.events, b.accepted::jsonb, decode(b.digest, 'hex'), b.min_time, b.max_time,
        now() + ? * interval '1 millisecond'
      FROM unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::timestamptz[],
          ?::timestamptz[])
        WITH ORDINALITY AS b (id, tenant, events, accepted, digest, min_time, max_time, n)
      ORDER BY b.n
      RETURNING id, batch_no, posted_at""";

  private static final String ROWS =
      """
      COPY ledger_event (charge_time, batch_no, dimension_set_id, position, id_uuid, id_text,
        quantities, labels) FROM STDIN WITH (FORMAT binary)""";

  private static final int COLUMNS = 8;
  private static final int BYTES_PER_ROW = 128;

  private BatchTable() {}

  /**
   * Writes batches inside the connection's transaction.
   *
   * @param batches any number; their partitions are there
   * @param relayAfter when they become due for publication from the ledger
   * @return the batches in the order of their numbers, true once it is committed
   */
  public static List<CommittedBatch> write(
      Connection connection, List<NewBatch> batches, Duration relayAfter) throws SQLException {
    if (batches.isEmpty()) {
      return List.of();
    }
    List<CommittedBatch> numbered = headers(connection, batches, relayAfter);
    int size = batches.stream().mapToInt(batch -> batch.rows().size()).sum();
    CopyRows copy = new CopyRows(size * BYTES_PER_ROW);
    numbered.forEach(batch -> add(copy, batch));
    copy.write(connection, ROWS);
    return numbered;
  }

  private static List<CommittedBatch> headers(
      Connection connection, List<NewBatch> batches, Duration relayAfter) throws SQLException {
    Map<UUID, NewBatch> byId = new HashMap<>();
    batches.forEach(batch -> byId.put(batch.id(), batch));
    try (PreparedStatement insert = connection.prepareStatement(HEADERS)) {
      insert.setLong(1, relayAfter.toMillis());
      array(insert, 2, "uuid", batches, NewBatch::id);
      array(insert, 3, "text", batches, batch -> batch.tenant().value());
      array(insert, 4, "int4", batches, batch -> batch.rows().size());
      array(insert, 5, "text", batches, batch -> Accepted.of(batch.rows()).json());
      array(insert, 6, "text", batches, batch -> HexFormat.of().formatHex(batch.digest()));
      array(insert, 7, "timestamptz", batches, batch -> batch.minTime().toString());
      array(insert, 8, "timestamptz", batches, batch -> batch.maxTime().toString());
      List<CommittedBatch> numbered = new ArrayList<>(batches.size());
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          Instant postedAt = rows.getObject(3, OffsetDateTime.class).toInstant();
          numbered.add(
              new CommittedBatch(
                  byId.get(rows.getObject(1, UUID.class)), rows.getLong(2), postedAt));
        }
      }
      return numbered;
    }
  }

  private static void add(CopyRows copy, CommittedBatch batch) {
    int position = 0;
    for (LedgerRow row : batch.batch().rows()) {
      UUID uuid = EventIdText.asUuid(row.id()).orElse(null);
      copy.row(COLUMNS)
          .time(row.fact().time())
          .int8(batch.batchNo())
          .int4(row.dimensionSetId())
          .int2(position++)
          .uuid(uuid)
          .text(uuid == null ? row.id() : null)
          .text(QuantityText.values(row.fact().quantities()))
          .jsonb(row.labels());
    }
  }

  private static void array(
      PreparedStatement statement,
      int place,
      String type,
      List<NewBatch> batches,
      Function<NewBatch, Object> column)
      throws SQLException {
    statement.setArray(
        place,
        statement.getConnection().createArrayOf(type, batches.stream().map(column).toArray()));
  }
}
