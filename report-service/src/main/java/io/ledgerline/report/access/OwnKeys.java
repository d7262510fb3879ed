package io.ledgerline.report.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.KeyDirectory;
import io.ledgerline.platform.access.KnownKey;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Answers platform's access check from our own table. It asks the reactive client: the check runs
 * before a request has a Hibernate session.
 */
@ApplicationScoped
public class OwnKeys implements KeyDirectory {
  private static final String FIND =
      "SELECT prefix, name, tenant, roles, sha256, expires_at, revoked_at, scope FROM api_key"
          + " WHERE prefix = $1";

  private final Pool database;
  private final SchemaMigration schema;
  private final KeySessions sessions;

  OwnKeys(Pool database, SchemaMigration schema, KeySessions sessions) {
    this.database = database;
    this.schema = schema;
    this.sessions = sessions;
  }

  @Override
  public Uni<Optional<KnownKey>> find(String prefix) {
    if (!schema.isReady()) {
      return Uni.createFrom().failure(new IllegalStateException("the tables are not there yet"));
    }
    return own(prefix)
        .chain(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(found)
                    : sessions.find(prefix, this::own));
  }

  private Uni<Optional<KnownKey>> own(String prefix) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(prefix))
        .map(
            rows -> rows.size() == 0 ? Optional.empty() : Optional.of(key(rows.iterator().next())));
  }

  private static KnownKey key(Row row) {
    return new KnownKey(
        row.getString("prefix"),
        row.getString("name"),
        new TenantId(row.getString("tenant")),
        Set.of(row.getArrayOfStrings("roles")),
        row.getString("sha256"),
        Columns.instant(row, "expires_at"),
        row.getOffsetDateTime("revoked_at") != null,
        AccessScope.ofCanonical(row.getString("scope")));
  }
}
