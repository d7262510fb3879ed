package io.ledgerline.report.artifact;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is known of artifacts; their bytes are in the object store. */
@ApplicationScoped
public class ArtifactStore {
  private static final String ADD =
      "INSERT INTO artifact (id, tenant, run_id, name, media_type, size, sha256, bucket,"
          + " object_key, created_at, position) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
  private static final String SELECT =
      "SELECT id, tenant, run_id, name, media_type, size, sha256, bucket, object_key, created_at"
          + " FROM artifact";

  private static final String SEEN =
      " WHERE tenant = $1 AND id = $2 AND ($3::text IS NULL OR EXISTS (SELECT FROM report_run r"
          + " WHERE r.id = artifact.run_id AND scope_within(r.scope, $3)))";

  private final Pool database;

  ArtifactStore(Pool database) {
    this.database = database;
  }

  /** Adds a run's artifacts, in their order, in the transaction that completes their run. */
  public Uni<Void> add(SqlClient transaction, List<Artifact> artifacts) {
    return transaction
        .preparedQuery(ADD)
        .executeBatch(
            IntStream.range(0, artifacts.size())
                .mapToObj(i -> values(artifacts.get(i), i))
                .toList())
        .replaceWithVoid();
  }

  /** One of the artifacts of the runs that are seen; null when there is none. */
  public Uni<Artifact> find(Sight sight, UUID id) {
    return database
        .preparedQuery(SELECT + SEEN)
        .execute(Tuple.of(sight.tenant().value(), id, sight.canonicalScope()))
        .map(rows -> rows.size() == 0 ? null : read(rows.iterator().next()));
  }

  /** An artifact of whichever tenant, for a caller who shows a token; null when there is none. */
  public Uni<Artifact> findForToken(UUID id) {
    return database
        .preparedQuery(SELECT + " WHERE id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.size() == 0 ? null : read(rows.iterator().next()));
  }

  /** The artifacts of each of the runs. */
  public Uni<Map<UUID, List<Artifact>>> ofRuns(Collection<UUID> runs) {
    return database
        .preparedQuery(SELECT + " WHERE run_id = ANY ($1) ORDER BY position, name")
        .execute(Tuple.tuple().addArrayOfUUID(Columns.uuids(runs)))
        .map(rows -> Columns.byRun(rows, ArtifactStore::read));
  }

  private static Tuple values(Artifact artifact, int position) {
    return Tuple.tuple()
        .addUUID(artifact.id())
        .addString(artifact.tenant().value())
        .addUUID(artifact.runId())
        .addString(artifact.name())
        .addString(artifact.mediaType())
        .addLong(artifact.size())
        .addString(artifact.sha256())
        .addString(artifact.address().bucket())
        .addString(artifact.address().key())
        .addOffsetDateTime(Columns.utc(artifact.createdAt()))
        .addInteger(position);
  }

  static Artifact read(Row row) {
    return new Artifact(
        row.getUUID("id"),
        new TenantId(row.getString("tenant")),
        row.getUUID("run_id"),
        row.getString("name"),
        row.getString("media_type"),
        row.getLong("size"),
        row.getString("sha256"),
        new ObjectAddress(row.getString("bucket"), row.getString("object_key")),
        Columns.instant(row, "created_at"));
  }
}
