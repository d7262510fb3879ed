package io.ledgerline.report.reconciliation.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.reconciliation.RollupSide;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.rollup.BatchEffect;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Rollups and applied batches of a period, read in one snapshot of the database. */
@ApplicationScoped
public class RollupSnapshot {
  private static final TypeReference<SortedMap<Long, BatchEffect.Part>> EFFECT =
      new TypeReference<>() {};

  private static final String SUMS =
      """
      SELECT r.meter, m.name, sum(r.quantity)::text AS quantity, sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
        LEFT JOIN meter_name m ON m.id = r.meter
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3
      GROUP BY r.meter, m.name""";

  private static final String BATCHES =
      """
      SELECT batch_id, added::text AS added FROM applied_batch
      WHERE tenant = $1 AND charge_to >= $2 AND charge_from < $3""";

  private static final String MISSING =
      """
      SELECT count(*) FROM unnest($1::uuid[]) AS w (id)
      WHERE NOT EXISTS (SELECT FROM applied_batch b WHERE b.batch_id = w.id)""";

  private final Pool database;

  RollupSnapshot(Pool database) {
    this.database = database;
  }

  /** How many of the batches are not applied yet. */
  public Uni<Long> missing(Collection<UUID> batches) {
    return database
        .preparedQuery(MISSING)
        .execute(Tuple.tuple().addArrayOfUUID(Columns.uuids(batches)))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * The rollups' side of a reconciliation.
   *
   * @param period made of whole quarter hours
   */
  public Uni<RollupSide> read(TenantId tenant, Period period) {
    Tuple values = Tuple.of(tenant.value(), Columns.utc(period.from()), Columns.utc(period.to()));
    return database.withTransaction(
        tx ->
            tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .execute()
                .chain(() -> sums(tx, values))
                .chain(
                    sums ->
                        tx.preparedQuery(BATCHES)
                            .execute(values)
                            .map(rows -> new RollupSide(sums, applied(rows, period)))));
  }

  private static Uni<Sums> sums(SqlConnection transaction, Tuple values) {
    return transaction
        .preparedQuery(SUMS)
        .execute(values)
        .map(
            rows -> {
              long events = 0;
              SortedMap<String, BigDecimal> quantities = new TreeMap<>();
              for (Row row : rows) {
                if (row.getString("name") == null) {
                  events += row.getLong("events");
                } else {
                  quantities.put(row.getString("name"), new BigDecimal(row.getString("quantity")));
                }
              }
              return new Sums(events, quantities);
            });
  }

  private static Map<UUID, Sums> applied(RowSet<Row> rows, Period period) {
    Map<UUID, Sums> applied = new HashMap<>();
    for (Row row : rows) {
      List<Sums> parts = new ArrayList<>();
      JsonColumns.read(row.getString("added"), EFFECT)
          .forEach(
              (quarter, part) -> {
                if (period.contains(Instant.ofEpochSecond(quarter))) {
                  parts.add(sums(part));
                }
              });
      if (!parts.isEmpty()) {
        applied.put(row.getUUID("batch_id"), Sums.total(parts));
      }
    }
    return applied;
  }

  private static Sums sums(BatchEffect.Part part) {
    SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    part.quantities().forEach((meter, sum) -> quantities.put(meter, new BigDecimal(sum)));
    return new Sums(part.events(), quantities);
  }
}
