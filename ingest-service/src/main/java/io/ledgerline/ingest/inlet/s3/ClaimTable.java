package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.NumberedStatement;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Claims objects and notes how far they are. All times are the database's. */
@ApplicationScoped
class ClaimTable {
  private static final String CLAIM =
      """
      UPDATE inlet_object SET state = 'RUNNING', fence = fence + 1, attempts = attempts + 1,
        lease_until = now() + $1 * interval '1 millisecond'
      WHERE id = (
        SELECT id FROM inlet_object
        WHERE state = 'PENDING' AND not_before <= now()
          OR state = 'RUNNING' AND lease_until < now()
        ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, tenant, location, bucket, key, lines_done, fence, attempts""";

  private static final NumberedStatement PROGRESS =
      new NumberedStatement(
          """
      UPDATE inlet_object SET lines_done = $3, recorded = recorded + $4, duplicate = duplicate + $5,
        conflict = conflict + $6, rejected = rejected + $7,
        lease_until = now() + $8 * interval '1 millisecond',
        state = CASE WHEN $9 THEN 'DONE' ELSE state END,
        reason = CASE WHEN $9 THEN NULL ELSE reason END,
        detail = CASE WHEN $9 THEN NULL ELSE detail END,
        finished_at = CASE WHEN $9 THEN now() END
      WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""");

  private static final String LATER =
      """
      UPDATE inlet_object SET state = 'PENDING', lease_until = NULL, reason = $3, detail = $4,
        not_before = now() + $5 * interval '1 millisecond'
      WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""";

  private static final NumberedStatement FAILED =
      new NumberedStatement(
          """
      UPDATE inlet_object SET state = 'FAILED', lease_until = NULL, reason = $3, detail = $4,
        finished_at = now()
      WHERE id = $1 AND fence = $2 AND state = 'RUNNING'""");

  private final Pool pool;
  private final S3InletConfig config;

  ClaimTable(Pool pool, S3InletConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Takes the next object that is due, or one whose worker has gone silent. */
  Uni<Optional<Claim>> claim() {
    return pool.preparedQuery(CLAIM)
        .execute(Tuple.of(config.lease().toMillis()))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(read(rows.iterator().next())));
  }

  /**
   * Notes a chunk, in the chunk's transaction; fails with {@link LeaseLostException}.
   *
   * @param linesDone lines of the object whose outcome is committed with it
   * @param counts outcomes of the chunk
   * @param last whether nothing follows
   */
  void progress(
      Connection transaction, Claim claim, long linesDone, OutcomeCounts counts, boolean last)
      throws SQLException {
    int changed =
        PROGRESS.update(
            transaction,
            claim.id(),
            claim.fence(),
            linesDone,
            counts.recorded(),
            counts.duplicate(),
            counts.conflict(),
            counts.rejected(),
            config.lease().toMillis(),
            last);
    check(changed, claim);
  }

  /** Gives an object back, to be tried again after a pause; {@code reason} may be null. */
  Uni<Void> later(Claim claim, String reason, String detail, Duration pause) {
    return pool.preparedQuery(LATER)
        .execute(Tuple.of(claim.id(), claim.fence(), reason, detail, pause.toMillis()))
        .invoke(rows -> check(rows.rowCount(), claim))
        .replaceWithVoid();
  }

  /** Notes, in a transaction, that an object cannot be read to its end. */
  void failed(Connection transaction, Claim claim, String reason, String detail)
      throws SQLException {
    check(FAILED.update(transaction, claim.id(), claim.fence(), reason, detail), claim);
  }

  private static void check(int changed, Claim claim) {
    if (changed != 1) {
      throw new LeaseLostException(claim);
    }
  }

  private static Claim read(Row row) {
    return new Claim(
        row.getLong("id"),
        new TenantId(row.getString("tenant")),
        row.getString("location"),
        new ObjectAddress(row.getString("bucket"), row.getString("key")),
        row.getLong("lines_done"),
        row.getLong("fence"),
        row.getInteger("attempts"));
  }
}
