package io.ledgerline.ingest.ledger.query;

import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.RowScan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A row of {@code ledger_event} as it lies there.
 *
 * @param batchNo number of its batch
 * @param position its place in it
 * @param time charge time
 * @param setId number of its dimension set
 * @param id the source's own id
 * @param quantities plain decimals joined by commas
 * @param labels JSON with tags and attributes; null when there are none
 */
record StoredRow(
    long batchNo,
    int position,
    Instant time,
    int setId,
    String id,
    String quantities,
    String labels) {
  /** What {@link #read} selects, of {@code ledger_event e}. */
  private static final String COLUMNS =
      "e.batch_no, e.position, e.charge_time, e.dimension_set_id, e.id_uuid, e.id_text,"
          + " e.quantities, e.labels::text";

  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * Reads rows in binary.
   *
   * @param where a condition on {@code ledger_event e} made of constants, and what comes behind it
   */
  static void read(Connection connection, String where, Consumer<StoredRow> reader)
      throws SQLException {
    RowScan.read(
        connection,
        "SELECT " + COLUMNS + " FROM ledger_event e WHERE " + where,
        row -> reader.accept(of(row)));
  }

  private static StoredRow of(CopyRow row) {
    UUID uuid = row.uuid(4);
    return new StoredRow(
        row.number(0),
        row.small(1),
        time(row.number(2)),
        row.integer(3),
        uuid == null ? row.text(5) : uuid.toString(),
        row.text(6),
        row.text(7));
  }

  /** An instant from microseconds since 2000, as PostgreSQL counts them. */
  static Instant time(long micros) {
    return EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
