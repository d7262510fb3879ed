package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.scan.CopyRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Holds rows that take back against the rows that they take back: for each of either there is one
 * other, of the same event, with the same words, times and amounts and the opposite sign. Only
 * batches that a correction has to do with are read, each once: rows taken back and rows that take
 * back are compared as sets by hour of charge time, which both have in common. Hours that differ
 * are read again, row by row. In one snapshot.
 */
final class CorrectionCheck {
  /** Batches of a month that have a row taken back, one that takes back, or a later version. */
  private static final String INVOLVED =
      """
      SELECT b.batch_no, b.min_time, b.max_time FROM batch b
      WHERE b.tenant = ? AND %s AND (
        b.batch_no IN (SELECT batch_no FROM corrected_event
          UNION SELECT reversal_batch_no FROM corrected_event
          UNION SELECT batch_no FROM event_version WHERE batch_no IS NOT NULL)
        OR b.batch_no = ANY (?))""";

  /** Notes that do not fit each other, or rows that cannot be. */
  private static final String NOTES =
      """
      SELECT b.id, c.identity FROM corrected_event c
      JOIN batch b ON b.batch_no = c.batch_no AND b.tenant = ?
      LEFT JOIN event_version v ON v.identity = c.identity
        AND v.taken_batch_no = c.batch_no AND v.taken_position = c.position
      LEFT JOIN event_version n ON n.identity = c.identity AND n.version = v.version + 1
        AND n.taken_batch_no IS NULL
      LEFT JOIN correction o ON o.id = c.correction_id
      WHERE v.identity IS NULL OR o.id IS NULL OR v.correction_id <> c.correction_id
        OR c.new_body IS DISTINCT FROM coalesce(v.body, n.body)
        OR c.position NOT BETWEEN 0 AND b.events - 1
      UNION
      SELECT b.id, v.identity FROM event_version v
      JOIN batch b ON b.batch_no = coalesce(v.batch_no, v.taken_batch_no) AND b.tenant = ?
      LEFT JOIN corrected_event c ON c.batch_no = v.taken_batch_no
        AND c.position = v.taken_position AND c.identity = v.identity
      LEFT JOIN event_version p ON p.identity = v.identity AND p.version = v.version - 1
      LEFT JOIN event_key k ON k.identity = v.identity
      WHERE v.taken_batch_no IS NOT NULL AND c.identity IS NULL
        OR v.version > 2 AND p.identity IS NULL OR k.identity IS NULL
        OR v.batch_no IS NOT NULL AND v.position NOT BETWEEN 0 AND b.events - 1
      ORDER BY 1, 2""";

  private static final int MOST_NOTES = 10_000;
  private static final int BATCHES_AT_ONCE = 200;
  private static final int MOST_HOURS = 24 * 31;

  /** A batch and the times of its rows. */
  private record Span(long no, Instant from, Instant to) {}

  /** What a row and the one that takes it back have in common. */
  private record Pair(UUID identity, UUID body, long reversalBatchNo) {}

  /** Rows taken back less rows that take back; 0 when all is well. */
  private static final class Balance {
    private final Finding.Event event;
    private int open;

    Balance(Finding.Event event) {
      this.event = event;
    }
  }

  private final Connection connection;
  private final Proof proof;

  CorrectionCheck(Connection connection, Proof proof) {
    this.connection = connection;
    this.proof = proof;
  }

  /** Looks at all notes, and at the rows of these months. */
  void run(Set<LocalDate> months) throws SQLException {
    for (LocalDate month : months) {
      List<Span> involved = involved(month);
      KeySums sums = new KeySums();
      for (int i = 0; i < involved.size(); i += BATCHES_AT_ONCE) {
        add(month, involved.subList(i, Math.min(involved.size(), i + BATCHES_AT_ONCE)), sums);
      }
      int shown = 0;
      for (int hour : sums.differing()) {
        if (shown++ < MOST_HOURS) {
          hour(Scope.hour(hour), involved);
        }
      }
    }
    notes();
  }

  /** Adds what rows of batches take back and what is taken back of them, and looks at versions. */
  private void add(LocalDate month, List<Span> some, KeySums sums) throws SQLException {
    CorrectionNotes notes = CorrectionNotes.of(connection, numbers(some));
    Map<Long, EventList> versions = new TreeMap<>();
    read(
        proof.scope().rowsInside(month),
        some,
        notes,
        (pair, row, micros, by) -> {
          int place = Long.hashCode(pair.reversalBatchNo());
          if (by > 0) {
            sums.row(pair.identity(), pair.body(), place, Scope.seconds(micros));
          } else {
            sums.key(pair.identity(), pair.body(), place, Scope.seconds(micros));
          }
        },
        versions);
    for (Map.Entry<Long, EventList> batch : versions.entrySet()) {
      found(batch.getKey(), batch.getValue(), "The row is not the version that it is noted as.");
    }
  }

  private List<Span> involved(LocalDate month) throws SQLException {
    List<Span> spans = new ArrayList<>();
    String query = INVOLVED.formatted(proof.scope().batchesOf(month));
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, proof.scope().tenant());
      statement.setArray(2, connection.createArrayOf("int8", proof.takingBack(month).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          spans.add(new Span(rows.getLong(1), instant(rows, 2), instant(rows, 3)));
        }
      }
    }
    return spans;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private void hour(Instant hour, List<Span> involved) throws SQLException {
    Instant end = hour.plus(1, ChronoUnit.HOURS);
    List<Span> some =
        involved.stream()
            .filter(span -> span.from().isBefore(end) && !span.to().isBefore(hour))
            .toList();
    Map<Pair, Balance> balances = new HashMap<>();
    read(
        Scope.rows(hour, end),
        some,
        CorrectionNotes.of(connection, numbers(some)),
        (pair, row, micros, by) ->
            balances.computeIfAbsent(pair, missing -> new Balance(proof.digests().event(row)))
                    .open +=
                by,
        new TreeMap<>());
    tellOfRows(balances);
  }

  private static List<Long> numbers(List<Span> spans) {
    return spans.stream().map(Span::no).toList();
  }

  /** Is told of each row that is taken back (1), and of each that takes back (-1). */
  private interface PairReader {
    void read(Pair pair, CopyRow row, long micros, int by);
  }

  private void read(
      String times,
      List<Span> batches,
      CorrectionNotes notes,
      PairReader pairs,
      Map<Long, EventList> versions)
      throws SQLException {
    String where =
        batches.stream()
            .map(batch -> Long.toString(batch.no()))
            .collect(Collectors.joining(",", times + " AND e.batch_no IN (", ")"));
    proof.digests().read(connection, where, row -> row(row, notes, pairs, versions));
  }

  private void row(
      CopyRow row, CorrectionNotes notes, PairReader pairs, Map<Long, EventList> versions) {
    Optional<CheckedBatch.Entry> read = proof.digests().of(row);
    if (read.isEmpty() || proof.isReported(read.get().identity())) {
      return;
    }
    CheckedBatch.Entry entry = read.get();
    long batch = row.number(RowDigests.BATCH);
    if (entry.set().shape().sign() < 0) {
      pairs.read(new Pair(entry.identity(), entry.body(), batch), row, entry.micros(), -1);
      return;
    }
    CorrectionNotes.Place place = new CorrectionNotes.Place(batch, row.small(RowDigests.POSITION));
    CorrectionNotes.Taken taken = notes.taken().get(place);
    if (taken != null) {
      Pair pair = new Pair(taken.identity(), entry.body(), taken.reversalBatchNo());
      pairs.read(pair, row, entry.micros(), 1);
    }
    CorrectionNotes.Version version = notes.versions().get(place);
    if (version != null && !isVersion(version, entry, row)) {
      versions.computeIfAbsent(batch, no -> new EventList()).add(proof.digests().event(row));
    }
  }

  private boolean isVersion(
      CorrectionNotes.Version version, CheckedBatch.Entry entry, CopyRow row) {
    return entry.identity().equals(version.identity())
        && (entry.body().equals(version.body())
            || proof.digests().bodyWithoutTime(entry.set(), row).equals(version.body()));
  }

  private void tellOfRows(Map<Pair, Balance> balances) throws SQLException {
    Map<Long, EventList> open = new TreeMap<>();
    Set<UUID> told = new TreeSet<>();
    balances.forEach(
        (pair, balance) -> {
          if (balance.open != 0 && told.add(pair.identity())) {
            open.computeIfAbsent(pair.reversalBatchNo(), no -> new EventList()).add(balance.event);
            proof.reported(pair.identity());
          }
        });
    for (Map.Entry<Long, EventList> batch : open.entrySet()) {
      found(
          batch.getKey(),
          batch.getValue(),
          "No row is taken back by one with the same words, times and amounts: what is taken back"
              + " is not there or says something else, or is taken back twice.");
    }
  }

  private void found(long batchNo, EventList events, String detail) throws SQLException {
    proof.found(
        new Finding(Finding.Kind.CORRECTION_BROKEN, batchId(batchNo), events.events(), detail));
  }

  private UUID batchId(long batchNo) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id FROM batch WHERE batch_no = ?")) {
      statement.setLong(1, batchNo);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1, UUID.class) : null;
      }
    }
  }

  private void notes() throws SQLException {
    Map<UUID, EventList> odd = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(NOTES + " LIMIT " + MOST_NOTES)) {
      statement.setString(1, proof.scope().tenant());
      statement.setString(2, proof.scope().tenant());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          UUID identity = rows.getObject(2, UUID.class);
          if (!proof.isReported(identity)) {
            odd.computeIfAbsent(rows.getObject(1, UUID.class), id -> new EventList())
                .add(new Finding.Event(null, null, identity));
          }
        }
      }
    }
    odd.forEach(
        (batchId, events) ->
            proof.found(
                new Finding(
                    Finding.Kind.CORRECTION_BROKEN,
                    batchId,
                    events.events(),
                    "What is noted of these events' corrections does not fit together.")));
  }
}
