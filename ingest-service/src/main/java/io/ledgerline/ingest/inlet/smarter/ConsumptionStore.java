package io.ledgerline.ingest.inlet.smarter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps which charges were consumed. */
@ApplicationScoped
class ConsumptionStore {
  /** A note that comes late, of an earlier watermark, changes nothing. */
  private static final String NOTE =
      """
      INSERT INTO smarter_consumption (tenant, watermark, held) VALUES ($1, $2, $3::text::jsonb)
      ON CONFLICT (tenant) DO UPDATE SET watermark = excluded.watermark, held = excluded.held,
        noted_at = now()
      WHERE smarter_consumption.watermark <= excluded.watermark""";

  private static final String FIND =
      "SELECT watermark, held::text AS held FROM smarter_consumption WHERE tenant = $1";

  private final Pool database;
  private final ObjectMapper json;

  ConsumptionStore(Pool database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  Uni<Void> note(TenantId tenant, Consumption consumption) {
    return database
        .preparedQuery(NOTE)
        .execute(Tuple.of(tenant.value(), consumption.watermark(), text(consumption.held())))
        .replaceWithVoid();
  }

  Uni<Consumption> find(TenantId tenant) {
    return database.preparedQuery(FIND).execute(Tuple.of(tenant.value())).map(this::read);
  }

  private Consumption read(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Consumption.NONE;
    }
    Row row = rows.iterator().next();
    try {
      return new Consumption(
          row.getLong("watermark"),
          json.readValue(row.getString("held"), new TypeReference<Set<Consumption.Group>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("held groups of charges cannot be read", e);
    }
  }

  private String text(Set<Consumption.Group> held) {
    try {
      return json.writeValueAsString(held);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("held groups of charges cannot be written", e);
    }
  }
}
