package io.ledgerline.ingest.outbox;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Lists batches by where they are on their way, and sends one on its way again. */
@ApplicationScoped
class OutboxQuery {
  private static final Map<String, String> STATES =
      new TreeMap<>(
          Map.of(
              "unpublished",
              "publish_due_at IS NOT NULL AND published_at IS NULL",
              "unconfirmed",
              "publish_due_at IS NOT NULL",
              "dead-lettered",
              "dead_lettered_at IS NOT NULL AND confirmed_at IS NULL",
              "unsealed",
              "seal_no IS NULL"));

  private static final String COLUMNS =
      "batch_no, id, events, min_time, max_time, posted_at, seal_no, attempts, publish_due_at,"
          + " published_at, confirmed_at, dead_lettered_at";

  private static final String LIST =
      "SELECT "
          + COLUMNS
          + " FROM batch WHERE tenant = $1 AND batch_no > $2 AND %s ORDER BY batch_no LIMIT $3";

  /** As if it was never applied, so that the receipt of this publication is waited for. */
  private static final String AGAIN =
      """
      UPDATE batch SET publish_due_at = now(), attempts = 0, confirmed_at = NULL,
        dead_lettered_at = NULL
      WHERE tenant = $1 AND id = $2
      RETURNING\s"""
          + COLUMNS;

  private record Numbered(long no, OutboxBatch batch) {}

  private final Pool pool;

  OutboxQuery(Pool pool) {
    this.pool = pool;
  }

  /** One page of a tenant's batches, oldest first; {@code state} null for all. */
  Uni<Page<OutboxBatch>> list(TenantId tenant, String state, Cursor cursor, Limit limit) {
    String condition = state == null ? "true" : STATES.get(state);
    if (condition == null) {
      throw InvalidRequest.field(
          "state", "unknown", "state is one of " + String.join(", ", STATES.keySet()));
    }
    return pool.preparedQuery(LIST.formatted(condition))
        .execute(Tuple.of(tenant.value(), cursor == null ? 0 : cursor.number(0), limit.plusOne()))
        .map(
            rows -> {
              List<Numbered> found = new ArrayList<>(rows.size());
              rows.forEach(row -> found.add(new Numbered(row.getLong("batch_no"), read(row))));
              return Page.of(found, limit, last -> Cursor.of(last.no())).map(Numbered::batch);
            });
  }

  /** Makes a batch due at once, whatever became of it before; 404 when there is none. */
  Uni<OutboxBatch> publishAgain(TenantId tenant, UUID id) {
    return pool.preparedQuery(AGAIN)
        .execute(Tuple.of(tenant.value(), id))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw NotFound.of("batch", id);
              }
              return read(rows.iterator().next());
            });
  }

  private static OutboxBatch read(Row row) {
    return new OutboxBatch(
        row.getUUID("id"),
        row.getInteger("events"),
        instant(row, "min_time"),
        instant(row, "max_time"),
        instant(row, "posted_at"),
        row.getLong("seal_no"),
        row.getInteger("attempts"),
        instant(row, "publish_due_at"),
        instant(row, "published_at"),
        instant(row, "confirmed_at"),
        instant(row, "dead_lettered_at"));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column) == null ? null : row.getOffsetDateTime(column).toInstant();
  }
}
