package io.ledgerline.report.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.TenantDirectory;
import io.ledgerline.platform.schema.SchemaMigration;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Answers platform's access check from our own table, as {@link OwnKeys} does for keys. */
@ApplicationScoped
public class OwnTenants implements TenantDirectory {
  private static final String ALL = "SELECT id FROM tenant ORDER BY id";
  private static final String FIND = "SELECT suspended_at IS NOT NULL FROM tenant WHERE id = $1";

  private final Pool database;
  private final SchemaMigration schema;

  OwnTenants(Pool database, SchemaMigration schema) {
    this.database = database;
    this.schema = schema;
  }

  /** All tenants that were made, suspended ones too; {@code default} is not among them. */
  public Uni<List<TenantId>> all() {
    return database
        .query(ALL)
        .execute()
        .map(
            rows -> {
              List<TenantId> tenants = new ArrayList<>();
              rows.forEach(row -> tenants.add(new TenantId(row.getString("id"))));
              return tenants;
            });
  }

  @Override
  public Uni<Standing> standing(TenantId tenant) {
    if (!schema.isReady()) {
      return Uni.createFrom().failure(new IllegalStateException("the tables are not there yet"));
    }
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant.value()))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return Standing.UNKNOWN;
              }
              boolean suspended = rows.iterator().next().getBoolean(0);
              return suspended ? Standing.SUSPENDED : Standing.ACTIVE;
            });
  }
}
