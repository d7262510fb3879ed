package io.ledgerline.ingest.ledger.person;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.PrincipalName;
import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.ingest.ledger.intern.Principals;
import io.ledgerline.ingest.ledger.scan.ReadConnections;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes names out of table {@code principal}. */
@ApplicationScoped
class ErasureTable {
  private static final String NAMES =
      "SELECT id, name FROM principal WHERE tenant = ? AND name IS NOT NULL";

  private static final String ERASE =
      """
      UPDATE principal SET name = NULL, erased_at = now(), erased_by = $3
      WHERE tenant = $1 AND id = ANY ($2) AND erased_at IS NULL
      RETURNING id, erased_at, erased_by, released_at""";

  /** Those who were erased before are known by the digest of a name that is spelt as it was. */
  private static final String ERASED =
      """
      SELECT id, name_digest, erased_at, erased_by, released_at FROM principal
      WHERE tenant = $1 AND name_digest = ANY ($2) AND erased_at IS NOT NULL AND id <> ALL ($3)""";

  private static final String RELEASE =
      """
      UPDATE principal SET name_digest = NULL, released_at = coalesce(released_at, now())
      WHERE tenant = $1 AND id = $2 AND erased_at IS NOT NULL RETURNING id""";

  private static final String LIST =
      """
      SELECT id, erased_at, erased_by, released_at FROM principal
      WHERE tenant = $1 AND erased_at IS NOT NULL
        AND ($2::timestamptz IS NULL OR (erased_at, id) < ($2, $3::uuid))
      ORDER BY erased_at DESC, id DESC LIMIT $4""";

  private static final int FETCH = 5000;
  private static final UUID LAST = new UUID(0, 0);

  private final Pool pool;
  private final ReadConnections connections;

  ErasureTable(Pool pool, ReadConnections connections) {
    this.pool = pool;
    this.connections = connections;
  }

  /** Forgets all who have one of these names, however it is spelt. */
  Uni<Erasure> erase(TenantId tenant, ErasureRequest request, String actor) {
    return connections
        .call(connection -> having(connection, tenant, request.keys()))
        .chain(
            names ->
                pool.preparedQuery(ERASE)
                    .execute(
                        Tuple.of(tenant.value())
                            .addArrayOfUUID(names.keySet().toArray(UUID[]::new))
                            .addString(actor))
                    .map(rows -> read(rows, names)))
        .chain(now -> before(tenant, request.names(), now))
        .map(Erasure::new);
  }

  private Uni<List<ErasedPrincipal>> before(
      TenantId tenant, List<String> names, List<ErasedPrincipal> now) {
    Map<UUID, String> digests = new HashMap<>();
    names.forEach(name -> digests.put(new Principals.Key(tenant, name).digest(), name));
    return pool.preparedQuery(ERASED)
        .execute(
            Tuple.of(tenant.value())
                .addArrayOfUUID(digests.keySet().toArray(UUID[]::new))
                .addArrayOfUUID(now.stream().map(ErasedPrincipal::id).toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, String> spelt = new HashMap<>();
              rows.forEach(
                  row -> spelt.put(row.getUUID("id"), digests.get(row.getUUID("name_digest"))));
              List<ErasedPrincipal> all = new ArrayList<>(now);
              all.addAll(read(rows, spelt));
              return all;
            });
  }

  /** Spellings are compared here: what the database makes of them depends on its locale. */
  private static Map<UUID, String> having(Connection connection, TenantId tenant, Set<String> keys)
      throws SQLException {
    Map<UUID, String> found = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(NAMES)) {
      statement.setString(1, tenant.value());
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String name = rows.getString(2);
          if (keys.contains(PrincipalName.key(name))) {
            found.put(rows.getObject(1, UUID.class), name);
          }
        }
      }
    }
    return found;
  }

  /**
   * Lets somebody else have the name of an erased principal.
   *
   * @return false when nobody with this surrogate is erased
   */
  Uni<Boolean> release(TenantId tenant, UUID id) {
    return pool.preparedQuery(RELEASE)
        .execute(Tuple.of(tenant.value(), id))
        .map(rows -> rows.size() == 1);
  }

  /** One page, the newest first. */
  Uni<Page<ErasedPrincipal>> list(TenantId tenant, Cursor cursor, Limit limit) {
    return pool.preparedQuery(LIST)
        .execute(
            Tuple.of(tenant.value())
                .addOffsetDateTime(
                    cursor == null ? null : cursor.instant(0).atOffset(ZoneOffset.UTC))
                .addUUID(cursor == null ? null : EventIdText.asUuid(cursor.text(1)).orElse(LAST))
                .addInteger(limit.plusOne()))
        .map(
            rows ->
                Page.of(
                    read(rows, Map.of()),
                    limit,
                    one -> Cursor.of(one.erasedAt(), one.id().toString())));
  }

  private static List<ErasedPrincipal> read(RowSet<Row> rows, Map<UUID, String> names) {
    List<ErasedPrincipal> found = new ArrayList<>(rows.size());
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      found.add(
          new ErasedPrincipal(
              id,
              names.get(id),
              instant(row.getOffsetDateTime("erased_at")),
              row.getString("erased_by"),
              instant(row.getOffsetDateTime("released_at"))));
    }
    return found;
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
