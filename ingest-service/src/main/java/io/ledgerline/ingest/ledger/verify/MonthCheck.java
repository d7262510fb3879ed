package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.scan.CopyRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the batches of a month against their rows, some at a time. */
final class MonthCheck {
  private static final int ROWS_AT_ONCE = 50_000;
  private static final int BATCHES_AT_ONCE = 1000;

  /** No batch, or none of this month: nobody committed these rows here. */
  private static final String STRAY =
      """
      %s AND NOT EXISTS (SELECT FROM batch b
        WHERE b.batch_no = e.batch_no AND b.max_time >= '%s' AND b.max_time < '%s') LIMIT 10000""";

  private final Proof proof;
  private final LocalDate month;
  private final String which;
  private long behind;

  /**
   * A check of a month.
   *
   * @param which a condition on {@code batch b} made of constants: which of them are meant
   */
  MonthCheck(Proof proof, LocalDate month, String which) {
    this.proof = proof;
    this.month = month;
    this.which = which;
  }

  /**
   * Checks some further batches.
   *
   * @return whether there may be more
   */
  boolean next(Connection connection) throws SQLException {
    List<Header> group = group(connection);
    if (group.isEmpty()) {
      return false;
    }
    behind = group.getLast().no();
    Map<Long, CheckedBatch> batches = new LinkedHashMap<>();
    group.forEach(header -> batches.put(header.no(), new CheckedBatch(header)));
    read(connection, batches);
    Versions versions = Versions.of(connection, group.getFirst().no(), group.getLast().no());
    for (CheckedBatch batch : batches.values()) {
      proof.batch(batch.header());
      if (batch.isComplete() && batch.hasItsDigest()) {
        headerFigures(proof, batch);
        note(batch, versions);
      } else {
        new Examination(proof, batch, month, versions).run(connection);
      }
    }
    return true;
  }

  private List<Header> group(Connection connection) throws SQLException {
    String query =
        "SELECT "
            + Header.COLUMNS
            + " FROM batch b WHERE b.tenant = ? AND b.batch_no > ? AND "
            + proof.scope().batchesOf(month)
            + " AND "
            + which
            + " ORDER BY b.batch_no LIMIT "
            + BATCHES_AT_ONCE;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, proof.scope().tenant());
      statement.setLong(2, behind);
      List<Header> found = Header.list(statement);
      int rows = 0;
      for (int i = 0; i < found.size(); i++) {
        rows += found.get(i).events();
        if (rows >= ROWS_AT_ONCE) {
          return found.subList(0, i + 1);
        }
      }
      return found;
    }
  }

  private void read(Connection connection, Map<Long, CheckedBatch> batches) throws SQLException {
    RowDigests digests = proof.digests();
    String where =
        Scope.rowsOf(month)
            + " AND e.batch_no BETWEEN %d AND %d"
                .formatted(batches.keySet().iterator().next(), behind);
    CheckedBatch[] last = new CheckedBatch[1];
    digests.read(
        connection,
        where,
        row -> {
          if (last[0] == null || last[0].header().no() != row.number(RowDigests.BATCH)) {
            last[0] = batches.get(row.number(RowDigests.BATCH));
          }
          if (last[0] != null) {
            add(last[0], digests, row);
          }
        });
  }

  private void add(CheckedBatch batch, RowDigests digests, CopyRow row) {
    Optional<CheckedBatch.Entry> entry = digests.of(row);
    if (entry.isEmpty()) {
      batch.odd();
    } else {
      if (entry.get().set().shape().sign() < 0) {
        proof.takesBack(month, batch.header().no());
      }
      batch.add(
          row.small(RowDigests.POSITION),
          entry.get(),
          row.integer(RowDigests.SET),
          row,
          RowDigests.QUANTITIES);
    }
  }

  /** Holds what a batch's header says of its rows against them. */
  static void headerFigures(Proof proof, CheckedBatch batch) {
    if (!batch.hasItsAccepted(proof.digests()::meter)) {
      proof.found(
          Finding.of(
              Finding.Kind.BATCH_CHANGED,
              batch.header().id(),
              "What was noted as accepted is not what the rows add up to."));
    }
    if (!batch.hasItsTimes()) {
      proof.found(
          Finding.of(
              Finding.Kind.BATCH_CHANGED,
              batch.header().id(),
              "The first and last charge times are not those of the rows."));
    }
  }

  private void note(CheckedBatch batch, Versions versions) {
    CheckedBatch.Entry[] entries = batch.entries();
    for (int position = 0; position < entries.length; position++) {
      CheckedBatch.Entry entry = entries[position];
      if (versions.isFirst(batch.header().no(), position, entry)) {
        proof.row(entry, entry.body());
      }
    }
  }

  /** Finds rows that belong to no batch of the month. */
  void strays(Connection connection) throws SQLException {
    RowDigests digests = proof.digests();
    Map<Long, EventList> found = new HashMap<>();
    digests.read(
        connection,
        STRAY.formatted(
            proof.scope().rowsInside(month),
            month + "T00:00:00Z",
            month.plusMonths(1) + "T00:00:00Z"),
        row -> {
          if (digests.concernsTenant(row)) {
            EventList events =
                found.computeIfAbsent(row.number(RowDigests.BATCH), no -> new EventList());
            events.add(digests.event(row));
          }
        });
    found.forEach(
        (no, events) -> {
          events.events().forEach(event -> proof.reported(event.identity()));
          proof.found(
              new Finding(
                  Finding.Kind.ROW_ADDED,
                  null,
                  events.events(),
                  "%d rows belong to batch number %d, which does not exist or is of another month."
                      .formatted(events.count(), no)));
        });
  }
}
