package io.ledgerline.platform.access.replica;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.platform.access.KeyDirectory;
import io.ledgerline.platform.access.KnownKey;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The service's own copy of the API keys, in its table {@code access_key}. */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class KeyReplica implements KeyDirectory {
  private static final Logger LOG = Logger.getLogger(KeyReplica.class);

  private static final String FIND =
      "SELECT prefix, name, tenant, roles, sha256, expires_at, revoked_at, scope FROM access_key"
          + " WHERE prefix = $1";
  private static final String UPSERT =
      "INSERT INTO access_key AS k"
          + " (prefix, sha256, tenant, name, roles, expires_at, revoked_at, revision, scope)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (prefix) DO UPDATE SET"
          + " sha256 = excluded.sha256, tenant = excluded.tenant, name = excluded.name,"
          + " roles = excluded.roles, expires_at = excluded.expires_at,"
          + " revoked_at = excluded.revoked_at, revision = excluded.revision,"
          + " scope = excluded.scope"
          + " WHERE k.revision < excluded.revision";

  private final Pool database;

  KeyReplica(Pool database) {
    this.database = database;
  }

  @Override
  public Uni<Optional<KnownKey>> find(String prefix) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(prefix))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  /** Keeps a key unless a higher revision is there already; repeating it changes nothing. */
  Uni<Void> keep(AccessKey key) {
    return database
        .preparedQuery(UPSERT)
        .execute(
            Tuple.tuple()
                .addString(key.prefix())
                .addString(key.sha256())
                .addString(key.tenant().value())
                .addString(key.name())
                .addArrayOfString(key.roles().toArray(String[]::new))
                .addOffsetDateTime(utc(key.expiresAt()))
                .addOffsetDateTime(utc(key.revokedAt()))
                .addLong(key.revision())
                .addString(key.scope() == null ? null : key.scope().canonical()))
        .invoke(rows -> LOG.debugf("Key %s, revision %d", key.prefix(), key.revision()))
        .replaceWithVoid();
  }

  private static KnownKey read(Row row) {
    OffsetDateTime expiresAt = row.getOffsetDateTime("expires_at");
    return new KnownKey(
        row.getString("prefix"),
        row.getString("name"),
        new TenantId(row.getString("tenant")),
        Set.of(row.getArrayOfStrings("roles")),
        row.getString("sha256"),
        expiresAt == null ? null : expiresAt.toInstant(),
        row.getOffsetDateTime("revoked_at") != null,
        AccessScope.ofCanonical(row.getString("scope")));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
