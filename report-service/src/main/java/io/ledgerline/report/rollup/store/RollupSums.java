package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.rollup.RollupPlace;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks some rollups up, as they stand now. Blocking. */
@ApplicationScoped
public class RollupSums {
  private static final String FIND =
      """
      SELECT w.n, sum(r.quantity)::text AS quantity, sum(r.events)::bigint AS events
      FROM unnest($2::timestamptz[], $3::uuid[], $4::text[])
        WITH ORDINALITY AS w (quarter, digest, meter, n)
      JOIN dimension_set d ON d.tenant = $1 AND d.digest = w.digest
      JOIN meter_name m ON m.name = w.meter
      JOIN rollup r ON r.charge_quarter = w.quarter AND r.dimension_set = d.id AND r.meter = m.id
      GROUP BY w.n""";

  private final Pool database;

  RollupSums(Pool database) {
    this.database = database;
  }

  /**
   * A rollup's sum.
   *
   * @param quantity how much
   * @param events that used some of it
   */
  public record Sum(BigDecimal quantity, long events) {}

  /** The sums of those that there are. */
  public Map<RollupPlace, Sum> find(TenantId tenant, List<RollupPlace> cells) {
    Tuple values =
        Tuple.tuple()
            .addString(tenant.value())
            .addArrayOfOffsetDateTime(
                Columns.utc(cells.stream().map(RollupPlace::quarter).toList()))
            .addArrayOfUUID(Columns.uuids(cells.stream().map(cell -> cell.set().digest()).toList()))
            .addArrayOfString(
                cells.stream().map(cell -> cell.meter().value()).toArray(String[]::new));
    Map<RollupPlace, Sum> sums = new HashMap<>();
    for (Row row : Awaiting.outcome(database.preparedQuery(FIND).execute(values))) {
      sums.put(
          cells.get((int) (row.getLong("n") - 1)),
          new Sum(new BigDecimal(row.getString("quantity")), row.getLong("events")));
    }
    return sums;
  }
}
