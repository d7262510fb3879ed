package io.ledgerline.ingest.ledger.retention;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Who applies the policy: one replica at a time, for as long as its lease runs. Whoever lost it may
 * note nothing more. Blocks: for worker threads.
 */
@ApplicationScoped
class Steward {
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final String TAKE =
      """
      UPDATE retention_steward SET fence = fence + 1,
        lease_until = now() + $1 * interval '1 millisecond'
      WHERE lease_until <= now() RETURNING fence""";

  private static final String PROLONG =
      """
      UPDATE retention_steward SET lease_until = now() + $2 * interval '1 millisecond'
      WHERE fence = $1""";

  private static final String GIVE_BACK =
      "UPDATE retention_steward SET lease_until = now() WHERE fence = $1";

  private final Pool pool;

  Steward(Pool pool) {
    this.pool = pool;
  }

  /** The lease's fencing token; empty while another replica has it. */
  OptionalLong take() {
    var rows = pool.preparedQuery(TAKE).execute(Tuple.of(LEASE.toMillis())).await().indefinitely();
    return rows.size() == 0
        ? OptionalLong.empty()
        : OptionalLong.of(rows.iterator().next().getLong(0));
  }

  /** Goes on for another lease; false when another replica took over. */
  boolean prolong(long fence) {
    return pool.preparedQuery(PROLONG)
            .execute(Tuple.of(fence, LEASE.toMillis()))
            .await()
            .indefinitely()
            .rowCount()
        == 1;
  }

  void giveBack(long fence) {
    pool.preparedQuery(GIVE_BACK).execute(Tuple.of(fence)).await().indefinitely();
  }
}
