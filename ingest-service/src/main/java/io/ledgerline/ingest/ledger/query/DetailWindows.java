package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a span of charge time into windows that hold a bounded number of events where that is
 * possible, so that each can be sorted by itself. They are made of whole quarter hours; how many
 * events those have is known from the batches' headers, without looking at a single row.
 */
@ApplicationScoped
class DetailWindows {
  /** About how many events a window has; a quarter hour with more of them is a window by itself. */
  static final long EVENTS = 50_000;

  private static final Duration QUARTER = QuarterHour.LENGTH;

  /**
   * Reversals lie in a quarter hour like events do, so it is how many rows there are that counts.
   */
  private static final String QUARTERS =
      """
      SELECT q.key::bigint AS quarter, sum(abs((a.value ->> 'events')::bigint))::bigint AS events
      FROM batch b, jsonb_each(b.accepted) AS q, jsonb_each(q.value) AS a
      WHERE b.tenant = $1 AND b.max_time >= $2 AND b.min_time < $3 AND b.seal_no <= $4
      GROUP BY q.key
      HAVING q.key::bigint >= $5 AND q.key::bigint < $6
      ORDER BY 1""";

  /**
   * A part of a span.
   *
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   */
  record Window(OffsetDateTime from, OffsetDateTime to) {}

  private final Pool pool;

  DetailWindows(Pool pool) {
    this.pool = pool;
  }

  /** Windows in order, without those in which there is nothing. */
  Multi<Window> of(TenantId tenant, Span span) {
    Tuple tuple =
        Tuple.of(
            tenant.value(),
            span.fromUtc(),
            span.toUtc(),
            span.watermark(),
            QuarterHour.of(span.from()).start().getEpochSecond(),
            span.to().getEpochSecond() + (span.to().getNano() > 0 ? 1 : 0));
    Uni<List<Window>> windows =
        pool.preparedQuery(QUARTERS).execute(tuple).map(rows -> windows(span, rows));
    return windows.onItem().transformToMulti(list -> Multi.createFrom().iterable(list));
  }

  private static List<Window> windows(Span span, Iterable<Row> quarters) {
    List<Window> windows = new ArrayList<>();
    OffsetDateTime from = null;
    OffsetDateTime to = null;
    long events = 0;
    for (Row row : quarters) {
      OffsetDateTime quarter =
          OffsetDateTime.ofInstant(Instant.ofEpochSecond(row.getLong("quarter")), ZoneOffset.UTC);
      if (from != null && events + row.getLong("events") > EVENTS) {
        windows.add(cut(span, from, to));
        from = null;
        events = 0;
      }
      from = from == null ? quarter : from;
      to = quarter.plus(QUARTER);
      events += row.getLong("events");
    }
    if (from != null) {
      windows.add(cut(span, from, to));
    }
    return windows;
  }

  private static Window cut(Span span, OffsetDateTime from, OffsetDateTime to) {
    return new Window(
        from.isBefore(span.fromUtc()) ? span.fromUtc() : from,
        to.isAfter(span.toUtc()) ? span.toUtc() : to);
  }
}
