package io.ledgerline.report.meter.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.report.meter.Meter;
import io.ledgerline.report.meter.MeterCatalogue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The meters of tenants. A meter never changes and never goes: what was counted keeps its unit. */
@ApplicationScoped
public class MeterStore {
  private static final String ADD =
      "INSERT INTO meter (tenant, name, unit, kind, description, created_by)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING";

  private static final String OWN =
      "SELECT name, unit, kind, description FROM meter WHERE tenant = $1";

  private final Pool database;

  MeterStore(Pool database) {
    this.database = database;
  }

  /** The meters of a tenant, those that everybody has among them. */
  public Uni<MeterCatalogue> catalogue(TenantId tenant) {
    return catalogue(database, tenant);
  }

  /** The same, read within a transaction. */
  public static Uni<MeterCatalogue> catalogue(SqlClient client, TenantId tenant) {
    return client
        .preparedQuery(OWN)
        .execute(Tuple.of(tenant.value()))
        .map(
            rows -> {
              List<Meter> own = new ArrayList<>();
              rows.forEach(row -> own.add(read(row)));
              return MeterCatalogue.BUILT_IN.with(own);
            });
  }

  /**
   * Adds a meter.
   *
   * @return whether it is new; false when it was there just so. Fails with 409 when the name has
   *     another meaning.
   */
  public Uni<Boolean> add(TenantId tenant, Meter meter, String by) {
    Tuple values =
        Tuple.of(tenant.value(), meter.name().value(), meter.unit(), meter.kind().wireName())
            .addString(meter.description())
            .addString(by);
    return MeterCatalogue.BUILT_IN.find(meter.name()).isPresent()
        ? same(MeterCatalogue.BUILT_IN, meter)
        : database
            .preparedQuery(ADD)
            .execute(values)
            .chain(
                added ->
                    added.rowCount() == 1
                        ? Uni.createFrom().item(true)
                        : catalogue(tenant).chain(all -> same(all, meter)));
  }

  private static Uni<Boolean> same(MeterCatalogue all, Meter meter) {
    Meter there = all.find(meter.name()).orElseThrow();
    return there.equals(meter)
        ? Uni.createFrom().item(false)
        : Uni.createFrom()
            .failure(
                new Conflict(
                    "Meter '%s' is a %s of %s already; another name is free."
                        .formatted(there.name(), there.kind().wireName(), there.unit())));
  }

  private static Meter read(Row row) {
    return new Meter(
        new MeterName(row.getString("name")),
        row.getString("unit"),
        Meter.Kind.of(row.getString("kind")),
        row.getString("description"));
  }
}
