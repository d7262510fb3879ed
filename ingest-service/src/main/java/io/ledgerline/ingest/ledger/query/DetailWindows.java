package io.ledgerline.ingest.ledger.query;

import io.ledgerline.ingest.ledger.LedgerConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Cuts a span of charge time into windows that hold about a page of events each. A window never
 * ends between events of the same time, so the next one simply begins behind it: no position within
 * a page has to be remembered, and events that all have one time are sorted once.
 */
@ApplicationScoped
class DetailWindows {
  /** The time of the event that ends a page; looks at the index only. */
  private static final String BOUNDARY =
      """
      SELECT charge_time FROM ledger_event WHERE charge_time >= $1 AND charge_time < $2
      ORDER BY charge_time OFFSET $3 LIMIT 1""";

  /**
   * A part of a span.
   *
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   * @param last whether the span ends with it
   */
  record Window(OffsetDateTime from, OffsetDateTime to, boolean last) {}

  private final Pool pool;
  private final int page;

  DetailWindows(Pool pool, LedgerConfig config) {
    this.pool = pool;
    this.page = config.detailPage();
  }

  /** At least one window, in order; each is looked for when it is asked for. */
  Multi<Window> of(Span span) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new OffsetDateTime[] {span.fromUtc()},
            next -> window(next[0], span.toUtc()).invoke(window -> next[0] = window.to()))
        .whilst(window -> !window.last());
  }

  private Uni<Window> window(OffsetDateTime from, OffsetDateTime to) {
    return pool.preparedQuery(BOUNDARY)
        .execute(Tuple.of(from, to, page - 1))
        .map(
            rows -> {
              if (rows.size() == 0) {
                return new Window(from, to, true);
              }
              OffsetDateTime boundary = rows.iterator().next().getOffsetDateTime(0);
              return new Window(from, boundary.plus(1, ChronoUnit.MICROS), false);
            });
  }
}
