package io.ledgerline.ingest.ledger.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The key table. Keys are always taken in the same order, so that two transactions with the same
 * events wait for one another and never in a ring.
 */
final class KeyTable {
  /** What PostgreSQL says when a key is there already. */
  static final String UNIQUE_VIOLATION = "23505";

  private static final String COPY =
      "COPY event_key (identity, body, source_id, charge_second) FROM STDIN WITH (FORMAT binary)";

  private static final String CLAIM =
      """
      INSERT INTO event_key (identity, body, source_id, charge_second)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[])
      ON CONFLICT DO NOTHING
      RETURNING identity""";

  /** Every body that was ever recorded under an identity, replacements too. */
  private static final String BODIES =
      """
      SELECT identity, body FROM event_key WHERE identity = ANY (?)
      UNION ALL
      SELECT identity, new_body FROM corrected_event
      WHERE identity = ANY (?) AND new_body IS NOT NULL""";

  private static final int BYTES_PER_ROW = 2 + 4 * 4 + 2 * 16 + 2 * 4;

  private KeyTable() {}

  /**
   * Writes keys that are hoped to be new, the fast way.
   *
   * @param candidates with distinct identities
   * @throws SQLException {@link #UNIQUE_VIOLATION} when one of them is there: nothing is written,
   *     and the transaction is lost
   */
  static void copy(Connection connection, Collection<Candidate> candidates) throws SQLException {
    CopyRows rows = new CopyRows(candidates.size() * BYTES_PER_ROW);
    for (Candidate candidate : IndexOrder.of(candidates)) {
      rows.row(4)
          .uuid(candidate.identity())
          .uuid(candidate.body())
          .int4(candidate.sourceId())
          .int4(ChargeTimes.second(candidate.time()));
    }
    rows.write(connection, COPY);
  }

  /**
   * Writes the keys that are not there yet. Waits for other transactions that write the same.
   *
   * @param candidates with distinct identities
   * @return the identities that are new
   */
  static Set<UUID> claim(Connection connection, Collection<Candidate> candidates)
      throws SQLException {
    List<Candidate> sorted = IndexOrder.of(candidates);
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setArray(1, uuids(connection, sorted.stream().map(Candidate::identity).toList()));
      claim.setArray(2, uuids(connection, sorted.stream().map(Candidate::body).toList()));
      claim.setArray(
          3, connection.createArrayOf("int4", sorted.stream().map(Candidate::sourceId).toArray()));
      claim.setArray(
          4,
          connection.createArrayOf(
              "int4", sorted.stream().map(c -> ChargeTimes.second(c.time())).toArray()));
      Set<UUID> fresh = HashSet.newHashSet(sorted.size());
      try (ResultSet rows = claim.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getObject(1, UUID.class));
        }
      }
      return fresh;
    }
  }

  /** What the ledger has for identities that were there already. */
  static Map<UUID, Set<UUID>> bodies(Connection connection, Collection<UUID> identities)
      throws SQLException {
    try (PreparedStatement bodies = connection.prepareStatement(BODIES)) {
      Array wanted = uuids(connection, identities);
      bodies.setArray(1, wanted);
      bodies.setArray(2, wanted);
      Map<UUID, Set<UUID>> found = HashMap.newHashMap(identities.size());
      try (ResultSet rows = bodies.executeQuery()) {
        while (rows.next()) {
          found
              .computeIfAbsent(rows.getObject(1, UUID.class), identity -> new HashSet<>(1))
              .add(rows.getObject(2, UUID.class));
        }
      }
      return found;
    }
  }

  private static Array uuids(Connection connection, Collection<UUID> values) throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }
}
