package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.ledger.BatchReader;
import io.ledgerline.ingest.ledger.batch.BatchAssembly;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LabelsJson;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rebuilds batches from ledger rows. */
@ApplicationScoped
class PgBatchReader implements BatchReader {
  private static final String BATCH =
      "SELECT batch_no, tenant, posted_at, events, min_time, max_time FROM batch WHERE id = $1";

  /** The times let the planner leave out all partitions but the batch's. */
  private static final String ROWS =
      """
      SELECT e.charge_time, e.quantities, e.labels::text AS labels, d.meters, d.sign,
        s.name AS source, %s
      FROM ledger_event e JOIN dimension_set d ON d.id = e.dimension_set_id
        JOIN source s ON s.id = d.source_id
      WHERE e.batch_no = $1 AND e.charge_time BETWEEN $2 AND $3
      ORDER BY e.position"""
          .formatted(DimensionSetRow.COLUMNS);

  private final Pool pool;

  PgBatchReader(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<UsageBatch> read(UUID batchId) {
    return pool.preparedQuery(BATCH)
        .execute(Tuple.of(batchId))
        .chain(
            rows -> {
              if (rows.size() == 0) {
                throw new IllegalStateException("there is no batch " + batchId);
              }
              Row batch = rows.iterator().next();
              return pool.preparedQuery(ROWS)
                  .execute(
                      Tuple.of(
                          batch.getLong("batch_no"),
                          batch.getOffsetDateTime("min_time"),
                          batch.getOffsetDateTime("max_time")))
                  .map(members -> message(batchId, batch, members));
            });
  }

  private static UsageBatch message(UUID batchId, Row batch, RowSet<Row> members) {
    if (members.size() != batch.getInteger("events")) {
      throw new IllegalStateException(
          "batch %s was committed with %d events and has %d"
              .formatted(batchId, batch.getInteger("events"), members.size()));
    }
    List<Fact> facts = new ArrayList<>(members.size());
    for (Row row : members) {
      facts.add(
          new Fact(
              DimensionSetRow.dimensions(row),
              row.getOffsetDateTime("charge_time").toInstant(),
              QuantityText.read(
                  List.of(row.getArrayOfStrings("meters")), row.getString("quantities")),
              row.getInteger("sign"),
              LabelsJson.tags(row.getString("labels")),
              LabelsJson.sampled(row.getString("source"), row.getString("labels"))));
    }
    return BatchAssembly.message(
        batchId,
        new TenantId(batch.getString("tenant")),
        batch.getOffsetDateTime("posted_at").toInstant(),
        facts);
  }
}
