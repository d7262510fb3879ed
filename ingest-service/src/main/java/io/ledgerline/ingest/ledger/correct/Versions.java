package io.ledgerline.ingest.ledger.correct;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What stands for identities, and what came in the place of what. Blocks. */
final class Versions {
  /**
   * In the order of the index, so that two corrections wait for one another and never in a ring.
   */
  private static final String LOCK =
      "SELECT identity FROM event_key WHERE identity = ANY (?) ORDER BY identity FOR UPDATE";

  private static final String STATES =
      """
      SELECT k.identity, k.source_id, v.version, v.correction_id,
        coalesce(v.charge_time,
          timestamptz '2000-01-01 00:00:00+00' + k.charge_second * interval '1 second') AS near,
        CASE WHEN v.identity IS NULL THEN k.body ELSE v.body END AS body,
        v.batch_no, v.position, v.taken_batch_no, v.taken_position
      FROM event_key k
      LEFT JOIN LATERAL (
        SELECT * FROM event_version v WHERE v.identity = k.identity ORDER BY v.version DESC LIMIT 1) v
        ON true
      WHERE k.identity = ANY (?)""";

  private static final String TAKEN =
      """
      INSERT INTO corrected_event (batch_no, position, identity, reversal_batch_no, correction_id,
        new_body)
      SELECT * FROM unnest(?::bigint[], ?::smallint[], ?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[])""";

  /** What was void says something again: its body is known from now on. */
  private static final String SET_ANEW =
      """
      UPDATE corrected_event c SET new_body = w.body
      FROM unnest(?::bigint[], ?::smallint[], ?::uuid[]) AS w (batch_no, position, body)
      WHERE c.batch_no = w.batch_no AND c.position = w.position AND c.new_body IS NULL""";

  private static final String ADD =
      """
      INSERT INTO event_version (identity, version, correction_id, charge_time, batch_no, position,
        body, taken_batch_no, taken_position)
      SELECT * FROM unnest(?::uuid[], ?::int[], ?::uuid[], ?::timestamptz[], ?::bigint[],
        ?::smallint[], ?::uuid[], ?::bigint[], ?::smallint[])""";

  private Versions() {}

  /** Keeps other corrections of these events waiting until the transaction's end. */
  static void lock(Connection connection, Collection<UUID> identities) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, connection.createArrayOf("uuid", identities.toArray()));
      lock.executeQuery().close();
    }
  }

  /** What stands for identities; those that the ledger does not know are left out. */
  static Map<UUID, EventState> states(Connection connection, Collection<UUID> identities)
      throws SQLException {
    Map<UUID, EventState> states = HashMap.newHashMap(identities.size());
    try (PreparedStatement statement = connection.prepareStatement(STATES)) {
      statement.setArray(1, connection.createArrayOf("uuid", identities.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          UUID correction = row.getObject("correction_id", UUID.class);
          UUID identity = row.getObject("identity", UUID.class);
          states.put(
              identity,
              new EventState(
                  identity,
                  row.getInt("source_id"),
                  correction == null ? 1 : row.getInt("version"),
                  row.getObject("near", OffsetDateTime.class).toInstant(),
                  row.getObject("body", UUID.class),
                  place(row, "batch_no", "position"),
                  place(row, "taken_batch_no", "taken_position"),
                  correction));
        }
      }
    }
    return states;
  }

  /**
   * What was done about an event, with the places of the rows that were written.
   *
   * @param step what was to be done
   * @param reversal where the row is that takes the old one back; null when there was none
   * @param added where the new version's row is; null when there is none
   */
  record Done(Step step, Place reversal, Place added) {
    private UUID body() {
      return step.added() == null ? null : step.added().body();
    }

    private Place taken() {
      return step.taken() == null ? null : step.taken().place();
    }

    private Instant time() {
      return step.added() == null ? step.taken().time() : step.added().fact().time();
    }
  }

  /**
   * Notes what was done.
   *
   * @throws SQLException when a row was taken back before: nothing may be committed then
   */
  static void note(Connection connection, UUID correction, List<Done> done) throws SQLException {
    List<Done> reversals = done.stream().filter(d -> d.taken() != null).toList();
    update(
        connection,
        TAKEN,
        column("int8", reversals, d -> d.taken().batchNo()),
        column("int2", reversals, d -> (short) d.taken().position()),
        column("uuid", reversals, d -> d.step().before().identity()),
        column("int8", reversals, d -> d.reversal().batchNo()),
        column("uuid", reversals, d -> correction),
        column("uuid", reversals, Done::body));
    List<Done> anew =
        done.stream().filter(d -> d.taken() == null && d.step().before().taken() != null).toList();
    update(
        connection,
        SET_ANEW,
        column("int8", anew, d -> d.step().before().taken().batchNo()),
        column("int2", anew, d -> (short) d.step().before().taken().position()),
        column("uuid", anew, Done::body));
    update(
        connection,
        ADD,
        column("uuid", done, d -> d.step().before().identity()),
        column("int4", done, d -> d.step().before().version() + 1),
        column("uuid", done, d -> correction),
        column("timestamptz", done, d -> d.time().toString()),
        column("int8", done, d -> d.added() == null ? null : d.added().batchNo()),
        column("int2", done, d -> d.added() == null ? null : (short) d.added().position()),
        column("uuid", done, Done::body),
        column("int8", done, d -> d.taken() == null ? null : d.taken().batchNo()),
        column("int2", done, d -> d.taken() == null ? null : (short) d.taken().position()));
  }

  private record Column(String type, Object[] values) {}

  private static Column column(String type, List<Done> done, Function<Done, Object> value) {
    return new Column(type, done.stream().map(value).toArray());
  }

  private static void update(Connection connection, String sql, Column... columns)
      throws SQLException {
    if (columns[0].values().length == 0) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        Array array = connection.createArrayOf(columns[i].type(), columns[i].values());
        statement.setArray(i + 1, array);
      }
      statement.executeUpdate();
    }
  }

  private static Place place(ResultSet row, String batch, String position) throws SQLException {
    long no = row.getLong(batch);
    return row.wasNull() ? null : new Place(no, row.getShort(position));
  }
}
