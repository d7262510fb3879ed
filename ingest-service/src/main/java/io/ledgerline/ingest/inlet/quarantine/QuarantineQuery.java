package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the quarantine, newest entries first. */
@ApplicationScoped
class QuarantineQuery {
  private static final String COLUMNS =
      "SELECT id, tenant, object_id, location, bucket, key, line, digest, code, field, detail,"
          + " state, replays, quarantined_at, replayed_at FROM quarantine_entry ";

  private static final String LIST =
      COLUMNS
          + """
          WHERE tenant = $1 AND id < $2 AND ($3::text IS NULL OR location = $3)
            AND ($4::text IS NULL OR code = $4) AND ($5::text IS NULL OR state = $5)
          ORDER BY id DESC LIMIT $6""";

  private static final String ONE = COLUMNS + "WHERE tenant = $1 AND id = $2";

  private final Pool pool;

  QuarantineQuery(Pool pool) {
    this.pool = pool;
  }

  /** One page; each of location, reason and state may be null for any. */
  Uni<Page<QuarantineEntry>> list(
      TenantId tenant, String location, String reason, String state, Cursor cursor, Limit limit) {
    long before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(tenant.value(), before, location, reason, state, limit.plusOne()))
        .map(
            rows -> {
              List<QuarantineEntry> entries = new ArrayList<>(rows.size());
              rows.forEach(row -> entries.add(read(row)));
              return Page.of(entries, limit, entry -> Cursor.of(entry.id()));
            });
  }

  /** One entry; 404 when the tenant has none of that number. */
  Uni<QuarantineEntry> one(TenantId tenant, long id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(tenant.value(), id))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw NotFound.of("quarantine entry", Long.toString(id));
              }
              return read(rows.iterator().next());
            });
  }

  private static QuarantineEntry read(Row row) {
    return new QuarantineEntry(
        row.getLong("id"),
        row.getString("location"),
        row.getString("bucket"),
        row.getString("key"),
        row.getLong("line"),
        row.getString("digest"),
        new Reason(row.getString("code"), row.getString("field"), row.getString("detail")),
        row.getString("state"),
        row.getInteger("replays"),
        instant(row.getOffsetDateTime("quarantined_at")),
        instant(row.getOffsetDateTime("replayed_at")),
        row.getLong("object_id"),
        new TenantId(row.getString("tenant")));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
