package io.ledgerline.ingest.ledger.verify;

import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.RowScan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares the key table with the rows: first by sums for every hour, and where they differ key by
 * key. Both are read in one snapshot, in which the rows that the sums were made of are the only
 * ones.
 */
final class KeyCheck {
  private static final String KEYS =
      """
      SELECT k.identity, k.body, k.source_id, k.charge_second FROM event_key k
      WHERE k.charge_second >= %d AND k.charge_second < %d""";

  /** Keys of so many differing hours are held at a time. */
  private static final int HOURS_AT_ONCE = 24;

  private static final int MOST_HOURS = 24 * 31;
  private static final int HOUR = 3600;

  /** A key of the table. */
  private record Key(UUID body, int source, int second) {}

  private final Proof proof;
  private final Map<Integer, String> sources;

  /** A check for the tenant of the proof's scope. */
  KeyCheck(Connection connection, Proof proof) throws SQLException {
    this.proof = proof;
    this.sources = sources(connection, proof.scope().tenant());
  }

  /** Compares everything in the scope; the rows' side of the sums must be complete. */
  void run(Connection connection) throws SQLException {
    keys(
        connection,
        Scope.seconds(proof.scope().from()),
        Scope.seconds(proof.scope().to()),
        (identity, key) -> proof.keys().key(identity, key.body(), key.source(), key.second()));
    List<Integer> differing = new ArrayList<>(proof.keys().differing());
    int shown = Math.min(differing.size(), MOST_HOURS);
    for (int i = 0; i < shown; i += HOURS_AT_ONCE) {
      compare(connection, new TreeSet<>(differing.subList(i, Math.min(shown, i + HOURS_AT_ONCE))));
    }
    if (shown < differing.size()) {
      proof.found(
          Finding.of(
              Finding.Kind.KEY_CHANGED,
              null,
              "Keys and rows differ in %d further hours up to %s."
                  .formatted(differing.size() - shown, Scope.hour(differing.getLast() + 1))));
    }
  }

  private interface KeyReader {
    void key(UUID identity, Key key);
  }

  private void keys(Connection connection, int from, int to, KeyReader reader) throws SQLException {
    RowScan.read(
        connection,
        KEYS.formatted(from, to),
        row -> {
          Key key = new Key(row.uuid(1), row.integer(2), row.integer(3));
          if (sources.containsKey(key.source()) && proof.scope().holds(key.second())) {
            reader.key(row.uuid(0), key);
          }
        });
  }

  private void compare(Connection connection, TreeSet<Integer> hours) throws SQLException {
    Map<UUID, Key> keys = new HashMap<>();
    keys(
        connection,
        hours.first() * HOUR,
        (hours.last() + 1) * HOUR,
        (identity, key) -> {
          if (hours.contains(KeySums.hour(key.second()))) {
            keys.put(identity, key);
          }
        });
    Rows rows = new Rows(keys, versions(connection, hours));
    for (int hour : hours) {
      proof
          .digests()
          .read(
              connection,
              Scope.rows(Scope.hour(hour), Scope.hour(hour + 1)),
              row -> rows.row(row, proof));
    }
    rows.tell(connection, proof);
    tellOfKeys(keys);
  }

  private static Set<Long> batchesOf(Connection connection, TreeSet<Integer> hours)
      throws SQLException {
    Set<Long> numbers = new TreeSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT batch_no FROM batch WHERE max_time >= ?::timestamptz AND min_time < ?::timestamptz")) {
      statement.setString(1, Scope.hour(hours.first()).toString());
      statement.setString(2, Scope.hour(hours.last() + 1).toString());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getLong(1));
        }
      }
    }
    return numbers;
  }

  private static Versions versions(Connection connection, TreeSet<Integer> hours)
      throws SQLException {
    TreeSet<Long> numbers = new TreeSet<>(batchesOf(connection, hours));
    return numbers.isEmpty()
        ? new Versions(Set.of())
        : Versions.of(connection, numbers.first(), numbers.last());
  }

  /** Keys that no row has asked for; {@code keys} holds those that are left. */
  private void tellOfKeys(Map<UUID, Key> keys) {
    EventList missing = new EventList();
    EventList added = new EventList();
    keys.forEach(
        (identity, key) -> {
          if (!proof.isReported(identity)) {
            (proof.mayBeMissing(key.second()) ? missing : added)
                .add(new Finding.Event(sources.get(key.source()), null, identity));
          }
        });
    if (missing.count() > 0) {
      proof.found(
          new Finding(
              Finding.Kind.ROW_MISSING,
              null,
              missing.events(),
              missing.count()
                  + " keys have no row, at times at which batches lack rows: these are their events."));
    }
    if (added.count() > 0) {
      proof.found(
          new Finding(
              Finding.Kind.KEY_ADDED,
              null,
              added.events(),
              added.count() + " keys have no row: their events would be taken for duplicates."));
    }
  }

  /** Rows of a few hours against their keys. */
  private static final class Rows {
    private final Map<UUID, Key> keys;
    private final Versions versions;
    private final Map<Long, EventList> keyless = new TreeMap<>();
    private final Map<Long, EventList> changed = new TreeMap<>();
    private final Map<Long, EventList> timeless = new TreeMap<>();

    Rows(Map<UUID, Key> keys, Versions versions) {
      this.keys = keys;
      this.versions = versions;
    }

    void row(CopyRow row, Proof proof) {
      Optional<CheckedBatch.Entry> read = proof.digests().of(row);
      long batch = row.number(RowDigests.BATCH);
      if (read.isEmpty()
          || !versions.isFirst(batch, row.small(RowDigests.POSITION), read.get())
          || proof.isReported(read.get().identity())) {
        return;
      }
      CheckedBatch.Entry entry = read.get();
      Key key = keys.remove(entry.identity());
      if (key == null) {
        list(keyless, batch).add(proof.digests().event(row));
      } else if (key.source() != entry.set().sourceId()
          || key.second() != Scope.seconds(entry.micros())) {
        list(changed, batch).add(proof.digests().event(row));
      } else if (!key.body().equals(entry.body())) {
        boolean same = key.body().equals(proof.digests().bodyWithoutTime(entry.set(), row));
        list(same ? timeless : changed, batch).add(proof.digests().event(row));
      }
    }

    private static EventList list(Map<Long, EventList> lists, long batch) {
      return lists.computeIfAbsent(batch, no -> new EventList());
    }

    void tell(Connection connection, Proof proof) throws SQLException {
      boolean explained = !keyless.isEmpty() || !changed.isEmpty() || !keys.isEmpty();
      tell(
          connection,
          proof,
          keyless,
          Finding.Kind.KEY_MISSING,
          "The key is missing: the event would be recorded a second time.");
      tell(
          connection,
          proof,
          changed,
          Finding.Kind.KEY_CHANGED,
          "The key says something else than the row.");
      if (!explained) {
        tell(
            connection,
            proof,
            timeless,
            Finding.Kind.KEY_CHANGED,
            "The key of one of these says that the event came without a time, and it did not.");
      }
    }

    private static void tell(
        Connection connection,
        Proof proof,
        Map<Long, EventList> lists,
        Finding.Kind kind,
        String detail)
        throws SQLException {
      for (Map.Entry<Long, EventList> list : lists.entrySet()) {
        // Where the batch's header was rewritten too, it is the row that the key does not know.
        boolean rewritten = proof.chain().isBroken(list.getKey());
        proof.found(
            new Finding(
                rewritten && kind == Finding.Kind.KEY_CHANGED ? Finding.Kind.ROW_CHANGED : kind,
                id(connection, list.getKey()),
                list.getValue().events(),
                detail));
      }
    }

    private static UUID id(Connection connection, long batchNo) throws SQLException {
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT id FROM batch WHERE batch_no = ?")) {
        statement.setLong(1, batchNo);
        try (ResultSet rows = statement.executeQuery()) {
          return rows.next() ? rows.getObject(1, UUID.class) : null;
        }
      }
    }
  }

  private static Map<Integer, String> sources(Connection connection, String tenant)
      throws SQLException {
    Map<Integer, String> sources = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, name FROM source WHERE tenant = ?")) {
      statement.setString(1, tenant);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sources.put(rows.getInt(1), rows.getString(2));
        }
      }
    }
    return sources;
  }
}
