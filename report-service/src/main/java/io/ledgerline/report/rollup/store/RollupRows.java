package io.ledgerline.report.rollup.store;

import io.ledgerline.report.rollup.RollupRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/** Adds to the rows of a table of rollups. */
final class RollupRows {
  private static final String ADD =
      """
      INSERT INTO %s AS r
        (charge_quarter, dimension_set, posting_quarter, meter, quantity, events)
      SELECT to_timestamp(c.charge * 900), c.dimension_set, to_timestamp(c.posting * 900), c.meter,
        c.quantity::numeric, c.events
      FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::int[], $5::text[], $6::bigint[])
        AS c (charge, dimension_set, posting, meter, quantity, events)
      ON CONFLICT (charge_quarter, dimension_set, posting_quarter, meter) DO UPDATE
      SET quantity = r.quantity + excluded.quantity, events = r.events + excluded.events""";

  private RollupRows() {}

  /** Adds sorted rows to a table whose name is our own making. */
  static Uni<Void> add(SqlConnection transaction, String table, List<RollupRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    int count = rows.size();
    Long[] charge = new Long[count];
    Long[] set = new Long[count];
    Long[] posting = new Long[count];
    Integer[] meter = new Integer[count];
    String[] quantity = new String[count];
    Long[] events = new Long[count];
    for (int i = 0; i < count; i++) {
      RollupRow row = rows.get(i);
      charge[i] = row.charge();
      set[i] = row.dimensionSet();
      posting[i] = row.posting();
      meter[i] = row.meter();
      quantity[i] = row.quantity();
      events[i] = row.events();
    }
    Tuple columns =
        Tuple.tuple()
            .addArrayOfLong(charge)
            .addArrayOfLong(set)
            .addArrayOfLong(posting)
            .addArrayOfInteger(meter)
            .addArrayOfString(quantity)
            .addArrayOfLong(events);
    return transaction.preparedQuery(ADD.formatted(table)).execute(columns).replaceWithVoid();
  }
}
