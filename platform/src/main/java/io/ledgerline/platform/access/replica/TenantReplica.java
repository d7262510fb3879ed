package io.ledgerline.platform.access.replica;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessTenant;
import io.ledgerline.platform.access.TenantDirectory;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** The service's own copy of how tenants stand, in its table {@code access_tenant}. */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class TenantReplica implements TenantDirectory {
  private static final String FIND =
      "SELECT suspended_at IS NOT NULL FROM access_tenant WHERE tenant = $1";
  private static final String UPSERT =
      "INSERT INTO access_tenant AS t (tenant, suspended_at, revision) VALUES ($1, $2, $3)"
          + " ON CONFLICT (tenant) DO UPDATE SET suspended_at = excluded.suspended_at,"
          + " revision = excluded.revision WHERE t.revision < excluded.revision";

  private final Pool database;

  TenantReplica(Pool database) {
    this.database = database;
  }

  @Override
  public Uni<Standing> standing(TenantId tenant) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant.value()))
        .map(
            rows ->
                rows.size() == 0
                    ? Standing.UNKNOWN
                    : standing(rows.iterator().next().getBoolean(0)));
  }

  /** Keeps a tenant unless a higher revision is there already; repeating it changes nothing. */
  Uni<Void> keep(AccessTenant tenant) {
    return database
        .preparedQuery(UPSERT)
        .execute(
            Tuple.of(
                tenant.tenant().value(),
                tenant.suspendedAt() == null ? null : tenant.suspendedAt().atOffset(ZoneOffset.UTC),
                tenant.revision()))
        .replaceWithVoid();
  }

  private static Standing standing(boolean suspended) {
    return suspended ? Standing.SUSPENDED : Standing.ACTIVE;
  }
}
