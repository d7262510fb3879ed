package io.ledgerline.ingest.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where each batch is on its way, in the table {@code batch}. All times are the database's. */
@ApplicationScoped
class BatchState {
  private static final String CLAIM =
      """
      UPDATE batch SET publish_due_at = now() + $2 * interval '1 millisecond'
      WHERE batch_no IN (
        SELECT batch_no FROM batch WHERE publish_due_at <= now()
        ORDER BY publish_due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
      RETURNING id""";

  private static final String PUBLISHED =
      """
      UPDATE batch SET published_at = coalesce(published_at, now()), attempts = attempts + 1,
        publish_due_at = CASE WHEN publish_due_at IS NULL THEN NULL
          ELSE now() + least($2 * power(2, least(attempts, 20)), $3) * interval '1 millisecond' END
      WHERE id = ANY ($1)""";

  private static final String LATER =
      """
      UPDATE batch SET publish_due_at = now() + $2 * interval '1 millisecond'
      WHERE id = ANY ($1) AND publish_due_at IS NOT NULL""";

  private static final String CONFIRMED =
      """
      UPDATE batch b SET confirmed_at = w.at, publish_due_at = NULL
      FROM unnest($1::uuid[], $2::timestamptz[]) AS w (id, at)
      WHERE b.id = w.id AND b.confirmed_at IS NULL""";

  private static final String DEAD_LETTERED =
      """
      UPDATE batch b SET dead_lettered_at = w.at, publish_due_at = NULL
      FROM unnest($1::uuid[], $2::timestamptz[]) AS w (id, at)
      WHERE b.id = w.id AND b.confirmed_at IS NULL""";

  private static final String LAG =
      """
      SELECT due.unpublished, due.unconfirmed, due.oldest, open.unsealed, open.oldest,
        (SELECT count(*) FROM batch WHERE dead_lettered_at IS NOT NULL AND confirmed_at IS NULL)
      FROM (
        SELECT count(*) FILTER (WHERE published_at IS NULL) AS unpublished,
          count(*) AS unconfirmed,
          coalesce(extract(epoch FROM now() - min(posted_at)), 0)::bigint AS oldest
        FROM batch WHERE publish_due_at IS NOT NULL) AS due, (
        SELECT count(*) AS unsealed,
          coalesce(extract(epoch FROM now() - min(posted_at)), 0)::bigint AS oldest
        FROM batch WHERE seal_no IS NULL) AS open""";

  /**
   * What is still on its way.
   *
   * @param unpublished batches that the broker does not have
   * @param unconfirmed batches that report-service has not confirmed, unpublished ones included
   * @param oldestSeconds age of the oldest of them
   * @param unsealed batches without a seal number
   * @param oldestUnsealedSeconds age of the oldest of them
   * @param deadLettered batches that report-service put aside and nobody has published again
   */
  record Lag(
      long unpublished,
      long unconfirmed,
      long oldestSeconds,
      long unsealed,
      long oldestUnsealedSeconds,
      long deadLettered) {
    /** Nothing is behind. */
    static final Lag NONE = new Lag(0, 0, 0, 0, 0, 0);
  }

  private final Pool pool;
  private final PublicationConfig config;

  BatchState(Pool pool, PublicationConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Takes batches that are due, for the lease's time; other replicas take others meanwhile. */
  Uni<List<UUID>> claim() {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(config.claim(), millis(config.lease())))
        .map(BatchState::ids);
  }

  /** Notes that the broker has batches. */
  Uni<Void> published(Collection<UUID> ids) {
    return pool.preparedQuery(PUBLISHED)
        .execute(Tuple.of(array(ids), millis(config.confirmWithin()), millis(config.longestWait())))
        .replaceWithVoid();
  }

  /** Puts batches off that the broker did not take. */
  Uni<Void> later(Collection<UUID> ids) {
    return pool.preparedQuery(LATER)
        .execute(Tuple.of(array(ids), millis(config.pause())))
        .replaceWithVoid();
  }

  /** Notes that report-service has batches in its rollups. */
  Uni<Void> confirmed(List<Receipt> receipts) {
    return note(CONFIRMED, receipts);
  }

  /** Notes that report-service put batches aside; nothing is sent again by itself. */
  Uni<Void> deadLettered(List<Receipt> receipts) {
    return note(DEAD_LETTERED, receipts);
  }

  Uni<Lag> lag() {
    return pool.query(LAG)
        .execute()
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Lag(
                  row.getLong(0),
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getLong(4),
                  row.getLong(5));
            });
  }

  /** When report-service was done with a batch. */
  record Receipt(UUID batchId, OffsetDateTime at) {}

  private Uni<Void> note(String sql, List<Receipt> receipts) {
    if (receipts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple rows =
        Tuple.tuple()
            .addArrayOfUUID(receipts.stream().map(Receipt::batchId).toArray(UUID[]::new))
            .addArrayOfOffsetDateTime(
                receipts.stream().map(Receipt::at).toArray(OffsetDateTime[]::new));
    return pool.preparedQuery(sql).execute(rows).replaceWithVoid();
  }

  private static long millis(Duration duration) {
    return duration.toMillis();
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.stream().sorted().toArray(UUID[]::new);
  }

  private static List<UUID> ids(RowSet<Row> rows) {
    List<UUID> ids = new ArrayList<>(rows.size());
    rows.forEach(row -> ids.add(row.getUUID(0)));
    return ids;
  }
}
