package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the list of objects, in the order they were found. */
@ApplicationScoped
class ObjectQuery {
  private static final String FILTER =
      """
      WHERE tenant = $1 AND ($2::text IS NULL OR location = $2)
        AND ($3::text IS NULL OR starts_with(key, $3))""";

  private static final String LIST =
      """
      SELECT id, location, bucket, key, etag, size, state, reason, detail, lines_done, recorded,
        duplicate, conflict, rejected, attempts, found_at, finished_at
      FROM inlet_object
      """
          + FILTER
          + " AND ($4::text IS NULL OR state = $4) AND id > $5 ORDER BY id LIMIT $6";

  private static final String SUMMARY =
      """
      SELECT count(*) FILTER (WHERE state = 'DONE') AS done,
        count(*) FILTER (WHERE state IN ('PENDING', 'RUNNING')) AS pending,
        count(*) FILTER (WHERE state = 'SKIPPED') AS skipped,
        count(*) FILTER (WHERE state = 'FAILED') AS failed,
        coalesce(sum(recorded), 0)::bigint AS recorded,
        coalesce(sum(duplicate), 0)::bigint AS duplicate,
        coalesce(sum(conflict), 0)::bigint AS conflict,
        coalesce(sum(rejected), 0)::bigint AS rejected
      FROM inlet_object
      """
          + FILTER;

  private final Pool pool;

  ObjectQuery(Pool pool) {
    this.pool = pool;
  }

  /**
   * Which objects are meant; each part may be null for any.
   *
   * @param location the location's name
   * @param prefix what the key begins with
   * @param state one of the states
   */
  record Filter(String location, String prefix, String state) {}

  Uni<Page<InletObject>> list(TenantId tenant, Filter filter, Cursor cursor, Limit limit) {
    long behind = cursor == null ? 0 : cursor.number(0);
    return pool.preparedQuery(LIST)
        .execute(
            Tuple.of(
                tenant.value(),
                filter.location(),
                filter.prefix(),
                filter.state(),
                behind,
                limit.plusOne()))
        .map(
            rows -> {
              List<InletObject> objects = new ArrayList<>(rows.size());
              rows.forEach(row -> objects.add(read(row)));
              return Page.of(objects, limit, object -> Cursor.of(object.id()));
            });
  }

  Uni<InletSummary> summary(TenantId tenant, Filter filter) {
    return pool.preparedQuery(SUMMARY)
        .execute(Tuple.of(tenant.value(), filter.location(), filter.prefix()))
        .map(rows -> rows.iterator().next())
        .map(
            row ->
                new InletSummary(
                    new InletSummary.Objects(
                        row.getLong("done"),
                        row.getLong("pending"),
                        row.getLong("skipped"),
                        row.getLong("failed")),
                    counts(row)));
  }

  private static OutcomeCounts counts(Row row) {
    return new OutcomeCounts(
        row.getLong("recorded"),
        row.getLong("duplicate"),
        row.getLong("conflict"),
        row.getLong("rejected"));
  }

  private static InletObject read(Row row) {
    return new InletObject(
        row.getLong("id"),
        row.getString("location"),
        row.getString("bucket"),
        row.getString("key"),
        row.getString("etag"),
        row.getLong("size"),
        row.getString("state"),
        row.getString("reason"),
        row.getString("detail"),
        row.getLong("lines_done"),
        counts(row),
        row.getInteger("attempts"),
        instant(row.getOffsetDateTime("found_at")),
        instant(row.getOffsetDateTime("finished_at")));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
