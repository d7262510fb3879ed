package io.ledgerline.ingest.ledger.seal;

import io.ledgerline.contracts.QuarterHour;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Gives seal numbers. Any replica may; the database lets one at a time. */
@ApplicationScoped
public class Sealer {
  /**
   * The oldest moment that a transaction still open, or one begun later, can post at. Looked up
   * before the batches, so that what commits in between is counted as open.
   */
  private static final String OPEN_SINCE =
      """
      SELECT least(now(), min(xact_start)) FROM pg_stat_activity
      WHERE usename = current_user AND datname = current_database() AND xact_start IS NOT NULL""";

  /** The database function tells how; a number and what is behind it never change again. */
  private static final String SEAL = "SELECT seal_batches()";

  private static final String HEAD = "SELECT encode(chain, 'hex') FROM batch WHERE seal_no = $1";

  private static final String UNSEALED = "SELECT EXISTS (SELECT FROM batch WHERE seal_no IS NULL)";

  private final Pool pool;

  Sealer(Pool pool) {
    this.pool = pool;
  }

  /** Seals all that is settled, then tells how far that is. */
  public Uni<Watermark> seal() {
    return pool.withTransaction(
        connection ->
            connection
                .query(OPEN_SINCE)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0).toInstant())
                .map(openSince -> QuarterHour.of(openSince).start())
                .chain(
                    postedBefore ->
                        sealAll(connection).chain(no -> head(connection, no, postedBefore))));
  }

  /** Whether there is anything to seal; cheap. */
  Uni<Boolean> hasWork() {
    return pool.query(UNSEALED).execute().map(rows -> rows.iterator().next().getBoolean(0));
  }

  private static Uni<Long> sealAll(SqlConnection connection) {
    return connection.query(SEAL).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  private static Uni<Watermark> head(SqlConnection connection, long no, Instant postedBefore) {
    return connection
        .preparedQuery(HEAD)
        .execute(Tuple.of(no))
        .map(
            rows ->
                new Watermark(
                    no,
                    postedBefore,
                    rows.size() == 0 ? Watermark.NO_CHAIN : rows.iterator().next().getString(0)));
  }
}
