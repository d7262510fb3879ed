package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Counts what is not done, of all tenants, for operators. */
@ApplicationScoped
public class Standings {
  private static final String COUNT =
      "SELECT channel, state, count(*) AS count, min(created_at) AS oldest FROM delivery"
          + " WHERE due_at IS NOT NULL OR state = 'DEAD' GROUP BY channel, state";

  private final Pool database;

  Standings(Pool database) {
    this.database = database;
  }

  /** The counts now; a pair that has none is not listed. */
  public Uni<List<Standing>> now() {
    return database
        .query(COUNT)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Standings::read).toList());
  }

  private static Standing read(Row row) {
    return new Standing(
        row.getString("channel"),
        State.valueOf(row.getString("state")),
        row.getLong("count"),
        row.getOffsetDateTime("oldest").toInstant());
  }
}
