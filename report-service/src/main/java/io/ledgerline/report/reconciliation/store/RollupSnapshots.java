package io.ledgerline.report.reconciliation.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The rollups' side of reconciliations. Blocking: for virtual threads. */
@ApplicationScoped
public class RollupSnapshots {
  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** A transaction sees what was there at its first statement, not at its BEGIN. */
  private static final String TAKE = "SELECT 1";

  private static final String MISSING =
      """
      SELECT w.id FROM unnest($1::uuid[]) AS w (id)
      WHERE NOT EXISTS (SELECT FROM applied_batch b WHERE b.batch_id = w.id)""";

  private final Pool database;

  RollupSnapshots(Pool database) {
    this.database = database;
  }

  /** Rollups and applied batches of a tenant as they are now, until it is closed. */
  public RollupSnapshot open(TenantId tenant) {
    SqlConnection connection = Awaiting.outcome(database.getConnection());
    try {
      Awaiting.outcome(connection.query(BEGIN).execute());
      Awaiting.outcome(connection.query(TAKE).execute());
      return new RollupSnapshot(connection, tenant);
    } catch (RuntimeException e) {
      Awaiting.outcome(connection.close());
      throw e;
    }
  }

  /** Those of the batches that are not applied at this moment. */
  public List<UUID> missing(Collection<UUID> batches) {
    List<UUID> missing = new ArrayList<>();
    for (Row row :
        Awaiting.outcome(
            database
                .preparedQuery(MISSING)
                .execute(Tuple.tuple().addArrayOfUUID(Columns.uuids(batches))))) {
      missing.add(row.getUUID(0));
    }
    return missing;
  }
}
