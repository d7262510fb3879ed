package io.ledgerline.ingest.inlet.http.idempotency;

import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Removes remembered calls that are old enough, a few at a time. Replicas share the work, and none
 * holds a lock for long.
 */
@ApplicationScoped
class ForgetTick {
  private static final Logger LOG = Logger.getLogger(ForgetTick.class);

  private static final String FORGET =
      """
      DELETE FROM idempotent_call WHERE key_digest IN (
        SELECT key_digest FROM idempotent_call
        WHERE answered_at < now() - $1 * interval '1 millisecond'
        ORDER BY answered_at LIMIT $2 FOR UPDATE SKIP LOCKED)""";

  private final Pool pool;
  private final IdempotencyConfig config;
  private final SchemaMigration schema;

  ForgetTick(Pool pool, IdempotencyConfig config, SchemaMigration schema) {
    this.pool = pool;
    this.config = config;
    this.schema = schema;
  }

  @Scheduled(
      every = "${ledgerline.idempotency.sweep-interval:1m}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return sweep()
        .onFailure()
        .invoke(e -> LOG.debugf("Old answers are removed later: %s", e))
        .onFailure()
        .recoverWithNull();
  }

  /** Completes when nothing is left that is old enough. */
  Uni<Void> sweep() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(config.keep().toMillis(), config.sweepStep()))
        .chain(
            rows -> rows.rowCount() < config.sweepStep() ? Uni.createFrom().voidItem() : sweep());
  }
}
