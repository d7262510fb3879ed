package io.ledgerline.report.vendor.dynamoguard.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.vendor.dynamoguard.BillingSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What tenants have settled for their DynamoGuard reports. */
@ApplicationScoped
public class BillingSettingsStore {
  private static final String FIND =
      "SELECT enabled_from, environment, list_in_data FROM dynamoguard_settings WHERE tenant = $1";

  private static final String PUT =
      "INSERT INTO dynamoguard_settings"
          + " (tenant, enabled_from, environment, list_in_data, changed_at, changed_by)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (tenant) DO UPDATE SET"
          + " enabled_from = $2, environment = $3, list_in_data = $4, changed_at = $5,"
          + " changed_by = $6";

  private final Pool database;

  BillingSettingsStore(Pool database) {
    this.database = database;
  }

  /** What a tenant has settled. */
  public Uni<BillingSettings> find(TenantId tenant) {
    return database
        .preparedQuery(FIND)
        .execute(Tuple.of(tenant.value()))
        .map(rows -> rows.size() == 0 ? BillingSettings.DEFAULT : read(rows.iterator().next()));
  }

  /** Settles all of it anew, for reports that are asked for from now on. */
  public Uni<Void> put(TenantId tenant, BillingSettings settings, Instant now, String actor) {
    Tuple values =
        Tuple.tuple()
            .addString(tenant.value())
            .addOffsetDateTime(Columns.utc(settings.enabledFrom()))
            .addString(settings.environment())
            .addBoolean(settings.listInData())
            .addOffsetDateTime(Columns.utc(now))
            .addString(actor);
    return database.preparedQuery(PUT).execute(values).replaceWithVoid();
  }

  private static BillingSettings read(Row row) {
    return new BillingSettings(
        Columns.instant(row, "enabled_from"),
        row.getString("environment"),
        row.getBoolean("list_in_data"));
  }
}
