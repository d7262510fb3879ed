package io.ledgerline.ingest.ledger.person;

import io.ledgerline.ingest.ledger.intern.Principals;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/**
 * Makes each replica forget names, and which surrogates they stand for, when one was erased or
 * released at whatever replica.
 */
@ApplicationScoped
class ForgetNamesTick {
  private static final Logger LOG = Logger.getLogger(ForgetNamesTick.class);
  private static final String LAST =
      "SELECT max(greatest(erased_at, released_at)) FROM principal WHERE erased_at IS NOT NULL";

  private final Pool pool;
  private final Principals principals;
  private final SchemaMigration schema;
  private volatile OffsetDateTime last;

  ForgetNamesTick(Pool pool, Principals principals, SchemaMigration schema) {
    this.pool = pool;
    this.principals = principals;
    this.schema = schema;
  }

  @Scheduled(
      every = "3s",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return pool.query(LAST)
        .execute()
        .map(rows -> rows.iterator().next().getOffsetDateTime(0))
        .invoke(this::seen)
        .onFailure()
        .invoke(e -> LOG.debugf("Erased names are looked for later: %s", e))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private void seen(OffsetDateTime changed) {
    if (changed != null && !changed.equals(last)) {
      principals.forget();
      last = changed;
    }
  }
}
