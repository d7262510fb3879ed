package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.RowScan;
import io.ledgerline.ingest.ledger.scan.SetBook;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads rows with their words and computes their digests. For one thread at a time. */
final class RowDigests {
  static final int BATCH = 0;
  static final int POSITION = 1;
  static final int SET = 3;
  static final int QUANTITIES = 6;

  private static final int TIME = 2;
  private static final int ID_UUID = 4;
  private static final int ID_TEXT = 5;
  private static final int LABELS = 7;
  private static final String ROWS =
      "SELECT e.batch_no, e.position, e.charge_time, e.dimension_set_id, e.id_uuid, e.id_text,"
          + " e.quantities, e.labels::text FROM ledger_event e WHERE ";

  private final String tenant;
  private final SetBook<CheckedSet> sets;
  private final RowForm form = new RowForm();
  private final Map<String, Integer> meterNumbers = new HashMap<>();
  private final List<String> meterNames = new ArrayList<>();

  RowDigests(String tenant, Pool pool) {
    this.tenant = tenant;
    this.sets = CheckedSet.book(pool, tenant, this::meterNumber);
  }

  /**
   * Reads rows.
   *
   * @param where a condition on {@code ledger_event e} made of constants
   */
  void read(Connection connection, String where, Consumer<CopyRow> reader) throws SQLException {
    RowScan.read(connection, ROWS + where, reader);
  }

  /** A row's digests; empty when it has no words of this tenant, or is none that can be read. */
  Optional<CheckedBatch.Entry> of(CopyRow row) {
    Optional<CheckedSet> set = set(row);
    String id = id(row);
    if (set.isEmpty() || id == null || row.isNull(QUANTITIES)) {
      return Optional.empty();
    }
    long micros = row.number(TIME) + CheckedBatch.MICROS_TO_2000;
    UUID body = body(set.get(), micros, row);
    return body == null
        ? Optional.empty()
        : Optional.of(
            new CheckedBatch.Entry(form.identity(set.get(), id), body, micros, set.get()));
  }

  /** The body's digest if the event came without a time. */
  UUID bodyWithoutTime(CheckedSet set, CopyRow row) {
    return body(set, null, row);
  }

  /** The row's dimension set, when it is the tenant's. */
  Optional<CheckedSet> set(CopyRow row) {
    return sets.of(row.integer(SET)).filter(found -> found.tenant().equals(tenant));
  }

  /** Whether the row may be shown to the tenant: it has its words, or nobody's. */
  boolean concernsTenant(CopyRow row) {
    return sets.of(row.integer(SET)).map(found -> found.tenant().equals(tenant)).orElse(true);
  }

  /** What a finding says of a row. */
  Finding.Event event(CopyRow row) {
    CheckedSet set = sets.of(row.integer(SET)).orElse(null);
    String id = id(row);
    return new Finding.Event(
        set == null || !set.tenant().equals(tenant) ? null : set.source(),
        id,
        set == null || id == null ? null : form.identity(set, id));
  }

  /** The name of a meter that {@link io.ledgerline.ingest.ledger.scan.Shape} has by number. */
  String meter(int number) {
    return meterNames.get(number);
  }

  private UUID body(CheckedSet set, Long micros, CopyRow row) {
    return form.body(
        set, micros, row.data(), row.start(QUANTITIES), row.length(QUANTITIES), row.text(LABELS));
  }

  private static String id(CopyRow row) {
    return row.isNull(ID_UUID) ? row.text(ID_TEXT) : row.uuid(ID_UUID).toString();
  }

  private int meterNumber(String name) {
    return meterNumbers.computeIfAbsent(
        name,
        fresh -> {
          meterNames.add(fresh);
          return meterNames.size() - 1;
        });
  }
}
