package io.ledgerline.ingest.ledger.write;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The key table's two statements. */
final class KeyRows {
  private static final String CLAIM =
      """
      INSERT INTO event_key (identity, body, source_id, charge_second)
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[])
      ON CONFLICT DO NOTHING
      RETURNING identity""";

  private static final String BODIES =
      "SELECT identity, body FROM event_key WHERE identity = ANY ($1)";

  private KeyRows() {}

  /**
   * Inserts what is not there yet. Waits for other transactions that insert the same; keys are
   * sorted, so that two calls with the same events in another order cannot wait for each other.
   *
   * @param candidates with distinct identities
   * @return the identities that are new
   */
  static Uni<Set<UUID>> claim(SqlConnection connection, Collection<Candidate> candidates) {
    List<Candidate> sorted =
        candidates.stream().sorted(Comparator.comparing(Candidate::identity)).toList();
    Tuple rows =
        Tuple.tuple()
            .addArrayOfUUID(sorted.stream().map(Candidate::identity).toArray(UUID[]::new))
            .addArrayOfUUID(sorted.stream().map(Candidate::body).toArray(UUID[]::new))
            .addArrayOfInteger(sorted.stream().map(Candidate::sourceId).toArray(Integer[]::new))
            .addArrayOfInteger(
                sorted.stream()
                    .map(c -> ChargeTimes.second(c.fact().time()))
                    .toArray(Integer[]::new));
    return connection.preparedQuery(CLAIM).execute(rows).map(KeyRows::identities);
  }

  /** What the ledger has for identities that were there already. */
  static Uni<Map<UUID, UUID>> bodies(SqlConnection connection, Collection<UUID> identities) {
    return connection
        .preparedQuery(BODIES)
        .execute(Tuple.tuple().addArrayOfUUID(identities.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, UUID> bodies = HashMap.newHashMap(rows.size());
              rows.forEach(row -> bodies.put(row.getUUID(0), row.getUUID(1)));
              return bodies;
            });
  }

  private static Set<UUID> identities(RowSet<Row> rows) {
    Set<UUID> identities = HashSet.newHashSet(rows.size());
    rows.forEach(row -> identities.add(row.getUUID(0)));
    return identities;
  }
}
