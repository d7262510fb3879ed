package io.ledgerline.report.report.store;

import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.report.report.RunDelivery;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the deliveries of runs stand, as notify-service tells it. */
@ApplicationScoped
public class DeliveryStore {
  private static final String KEEP =
      "INSERT INTO run_delivery AS d (delivery_id, tenant, run_id, channel, target, state,"
          + " attempts, updated_at, detail, revision)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (delivery_id)"
          + " DO UPDATE SET state = excluded.state, attempts = excluded.attempts,"
          + " updated_at = excluded.updated_at, detail = excluded.detail,"
          + " revision = excluded.revision WHERE d.revision < excluded.revision";

  private static final String OF_RUNS =
      "SELECT delivery_id, run_id, channel, target, state, attempts, updated_at, detail"
          + " FROM run_delivery WHERE run_id = ANY ($1) ORDER BY channel, target, delivery_id";

  private final Pool database;

  DeliveryStore(Pool database) {
    this.database = database;
  }

  /** Keeps what is told, unless something newer is kept already. */
  public Uni<Void> keep(DeliveryUpdated told) {
    Tuple values =
        Tuple.tuple()
            .addUUID(told.deliveryId())
            .addString(told.tenant().value())
            .addUUID(told.runId())
            .addString(told.channel())
            .addString(told.target())
            .addString(told.state().name())
            .addInteger(told.attempts())
            .addOffsetDateTime(Columns.utc(told.at()))
            .addString(told.detail())
            .addLong(told.revision());
    return database.preparedQuery(KEEP).execute(values).replaceWithVoid();
  }

  /** The deliveries of each of the runs. */
  public Uni<Map<UUID, List<RunDelivery>>> ofRuns(Collection<UUID> runs) {
    return database
        .preparedQuery(OF_RUNS)
        .execute(Tuple.tuple().addArrayOfUUID(Columns.uuids(runs)))
        .map(rows -> Columns.byRun(rows, DeliveryStore::read));
  }

  private static RunDelivery read(Row row) {
    return new RunDelivery(
        row.getUUID("delivery_id"),
        row.getString("channel"),
        row.getString("target"),
        row.getString("state"),
        row.getInteger("attempts"),
        Columns.instant(row, "updated_at"),
        row.getString("detail"));
  }
}
