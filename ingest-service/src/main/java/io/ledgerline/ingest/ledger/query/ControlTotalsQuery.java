package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts the ledger's rows. It never takes a batch's own sums for it: what is compared with rollups
 * must come from the facts.
 */
@ApplicationScoped
class ControlTotalsQuery {
  private static final String TOTALS =
      """
      WITH by_place AS (
        SELECT e.batch_no, e.dimension_set_id, q.place, count(*) AS events, sum(q.value) AS value
        FROM ledger_event e JOIN batch b ON b.batch_no = e.batch_no,
          unnest(string_to_array(e.quantities, ',')::numeric[]) WITH ORDINALITY AS q (value, place)
        WHERE e.charge_time >= $2 AND e.charge_time < $3 AND b.tenant = $1 AND b.seal_no <= $4
        GROUP BY e.batch_no, e.dimension_set_id, q.place
      ), by_meter AS (
        SELECT p.batch_no, d.meters[p.place] AS meter, sum(d.sign * p.value) AS value,
          sum(d.sign * p.events) FILTER (WHERE p.place = 1) AS events
        FROM by_place p JOIN dimension_set d ON d.id = p.dimension_set_id
        GROUP BY p.batch_no, d.meters[p.place]
      )
      SELECT b.id, b.posted_at, sum(m.events)::bigint AS events,
        jsonb_object_agg(m.meter, m.value::text) AS quantities
      FROM by_meter m JOIN batch b ON b.batch_no = m.batch_no
      GROUP BY b.batch_no ORDER BY b.id""";

  private final Pool pool;
  private final Clock clock;

  ControlTotalsQuery(Pool pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  Uni<ControlTotals> ask(TenantId tenant, Span span) {
    return pool.preparedQuery(TOTALS)
        .execute(Tuple.of(tenant.value(), span.fromUtc(), span.toUtc(), span.watermark()))
        .map(rows -> totals(span, rows));
  }

  private ControlTotals totals(Span span, RowSet<Row> rows) {
    Instant open = QuarterHour.of(clock.instant()).start();
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    List<ControlTotals.BatchTotal> batches = new ArrayList<>(rows.size());
    boolean openQuarter = false;
    long events = 0;
    for (Row row : rows) {
      SortedMap<String, String> quantities = new TreeMap<>();
      ((JsonObject) row.getValue("quantities"))
          .forEach(
              entry -> {
                BigDecimal value = new BigDecimal((String) entry.getValue());
                quantities.put(entry.getKey(), plain(value));
                sums.merge(entry.getKey(), value, BigDecimal::add);
              });
      Instant postedAt = row.getOffsetDateTime("posted_at").toInstant();
      openQuarter |= !postedAt.isBefore(open);
      events += row.getLong("events");
      batches.add(
          new ControlTotals.BatchTotal(
              row.getUUID("id"), postedAt, row.getLong("events"), quantities));
    }
    SortedMap<String, String> texts = new TreeMap<>();
    sums.forEach((meter, sum) -> texts.put(meter, plain(sum)));
    return new ControlTotals(
        span.watermark(), span.from(), span.to(), openQuarter, events, texts, batches);
  }

  private static String plain(BigDecimal value) {
    return Decimals.normal(value).toPlainString();
  }
}
