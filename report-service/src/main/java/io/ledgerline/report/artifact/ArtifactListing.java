package io.ledgerline.report.artifact;

import io.ledgerline.platform.access.Sight;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds artifacts by what their runs were about. */
@ApplicationScoped
class ArtifactListing {
  private static final String SEEN =
      "SELECT a.id, a.tenant, a.run_id, a.name, a.media_type, a.size, a.sha256, a.bucket,"
          + " a.object_key, a.created_at, r.kind, r.period_from, r.period_to, r.zone"
          + " FROM artifact a JOIN report_run r ON r.id = a.run_id"
          + " WHERE a.tenant = $1 AND ($2::text IS NULL OR scope_within(r.scope, $2))";

  private static final String ONE = SEEN + " AND a.id = $3";

  private static final String LIST =
      SEEN
          + " AND ($3::uuid IS NULL OR a.run_id = $3)"
          + " AND ($4::text IS NULL OR r.kind = $4)"
          + " AND ($5::text IS NULL OR split_part(a.media_type, ';', 1) = $5)"
          + " AND ($6::text IS NULL OR a.sha256 = $6)"
          + " AND ($7::timestamptz IS NULL OR a.created_at >= $7)"
          + " AND ($8::timestamptz IS NULL OR a.created_at < $8)"
          + " AND ($9::text IS NULL OR (a.%1$s, a.id) %3$s ($9::text::%2$s, $10))"
          + " ORDER BY a.%1$s %4$s, a.id %4$s LIMIT $11";

  private final Pool database;

  ArtifactListing(Pool database) {
    this.database = database;
  }

  /** One of the artifacts of the runs that are seen; null when there is none. */
  Uni<ArtifactOfRun> find(Sight sight, UUID id) {
    return database
        .preparedQuery(ONE)
        .execute(Tuple.of(sight.tenant().value(), sight.canonicalScope(), id))
        .map(rows -> rows.size() == 0 ? null : read(rows.iterator().next()));
  }

  /** Those that are seen as the query wants them, one more than its limit if there are more. */
  Uni<List<ArtifactOfRun>> list(Sight sight, ArtifactQuery query) {
    String sql =
        LIST.formatted(
            query.column(), query.type(), query.sort().later(), query.sort().direction());
    Tuple values =
        Tuple.tuple()
            .addString(sight.tenant().value())
            .addString(sight.canonicalScope())
            .addUUID(query.run())
            .addString(query.kind())
            .addString(query.format() == null ? null : query.format().mediaType())
            .addString(query.sha256())
            .addOffsetDateTime(Columns.utc(query.createdFrom()))
            .addOffsetDateTime(Columns.utc(query.createdTo()))
            .addString(query.afterKey())
            .addUUID(query.afterId())
            .addInteger(query.limit().plusOne());
    return database
        .preparedQuery(sql)
        .execute(values)
        .map(
            rows -> {
              List<ArtifactOfRun> found = new ArrayList<>();
              rows.forEach(row -> found.add(read(row)));
              return found;
            });
  }

  private static ArtifactOfRun read(Row row) {
    return new ArtifactOfRun(
        ArtifactStore.read(row),
        row.getString("kind"),
        Columns.instant(row, "period_from"),
        Columns.instant(row, "period_to"),
        row.getString("zone"));
  }
}
