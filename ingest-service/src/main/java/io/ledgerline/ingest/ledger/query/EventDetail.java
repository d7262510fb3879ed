package io.ledgerline.ingest.ledger.query;

import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.platform.access.Sight;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Streams the events that count at a watermark (what was taken back by then is left out, and so is
 * what takes it back) in the order of time, source and id. One window after the other, each only
 * when the reader has taken the one before, and each through a cursor: memory is that of a few
 * pages whatever the span holds, even when all its events have the same time. A connection is held
 * only while a window is read.
 */
@ApplicationScoped
class EventDetail {
  private static final String ROWS =
      """
      SELECT e.charge_time, s.name AS source, coalesce(e.id_text, e.id_uuid::text) COLLATE "C" AS id,
        e.quantities, e.labels -> 'tags' AS tags, d.id AS set_id, b.id AS batch_id,
        e.labels #>> '{attributes,resource}' AS resource,
        e.labels #>> '{attributes,end-of-life}' AS end_of_life
      FROM ledger_event e
      JOIN dimension_set d ON d.id = e.dimension_set_id
      JOIN source s ON s.id = d.source_id
      JOIN batch b ON b.batch_no = e.batch_no
      WHERE e.charge_time >= $2 AND e.charge_time < $3 AND b.tenant = $1 AND b.seal_no <= $4
        AND d.sign = 1 AND %s
        AND (NOT $7 OR e.labels #>> '{attributes,resource}' IS NOT NULL)
        AND NOT EXISTS (
          SELECT FROM corrected_event c JOIN batch r ON r.batch_no = c.reversal_batch_no
          WHERE c.batch_no = e.batch_no AND c.position = e.position AND r.seal_no <= $4)
      ORDER BY charge_time, source, id"""
          .formatted(AccountSight.condition("d.source_account", "$5", "$5", "$6"));

  private final Pool pool;
  private final DetailWindows windows;
  private final EventLineWriter writer;
  private final int page;

  EventDetail(Pool pool, DetailWindows windows, EventLineWriter writer, LedgerConfig config) {
    this.pool = pool;
    this.windows = windows;
    this.writer = writer;
    this.page = config.detailPage();
  }

  /**
   * The events that are seen, in pages of lines: JSON texts joined by line feeds, without one at
   * the end of a page. The last item is the end line, by which a reader knows that nothing was cut
   * off.
   *
   * @param resources whether only events that name a resource are wanted
   */
  Multi<byte[]> stream(Sight sight, Span span, boolean resources) {
    AtomicLong count = new AtomicLong();
    SetTexts texts = writer.texts();
    Multi<byte[]> lines =
        windows
            .of(sight.tenant(), span)
            .onItem()
            .transformToMultiAndConcatenate(
                window -> pages(new Wish(sight, span, resources), window, texts))
            .invoke(page -> count.addAndGet(page.events()))
            .map(Page::text);
    return Multi.createBy()
        .concatenating()
        .streams(lines, Multi.createFrom().deferred(() -> end(count.get())));
  }

  private record Wish(Sight sight, Span span, boolean resources) {
    Tuple values(DetailWindows.Window window) {
      return AccountSight.add(
              Tuple.of(sight.tenant().value(), window.from(), window.to(), span.watermark()),
              sight.scope())
          .addBoolean(resources);
    }
  }

  /** Some lines and how many they are. */
  private record Page(byte[] text, int events) {}

  private Page page(List<Row> rows, SetTexts texts) {
    return new Page(writer.lines(rows, texts).getBytes(StandardCharsets.UTF_8), rows.size());
  }

  private static Multi<byte[]> end(long count) {
    return Multi.createFrom()
        .item("{\"end\":true,\"count\":%d}".formatted(count).getBytes(StandardCharsets.UTF_8));
  }

  /** A connection while a cursor is open on it. */
  private record Reading(SqlConnection connection, Transaction transaction) {
    Uni<Void> end() {
      return transaction.rollback().onFailure().recoverWithNull().chain(connection::close);
    }
  }

  private Multi<Page> pages(Wish wish, DetailWindows.Window window, SetTexts texts) {
    Tuple tuple = wish.values(window);
    return Multi.createFrom()
        .resourceFromUni(
            this::open,
            reading ->
                reading
                    .connection()
                    .prepare(ROWS)
                    .onItem()
                    .transformToMulti(statement -> statement.createStream(page, tuple).toMulti())
                    .group()
                    .intoLists()
                    .of(page)
                    .onItem()
                    .transformToUniAndConcatenate(
                        rows ->
                            texts
                                .learn(reading.connection(), rows)
                                .map(learnt -> page(rows, texts))))
        .withFinalizer(Reading::end, (reading, failure) -> reading.end(), Reading::end);
  }

  private Uni<Reading> open() {
    return pool.getConnection()
        .chain(
            connection ->
                connection
                    .begin()
                    .map(transaction -> new Reading(connection, transaction))
                    .onFailure()
                    .call(connection::close));
  }
}
