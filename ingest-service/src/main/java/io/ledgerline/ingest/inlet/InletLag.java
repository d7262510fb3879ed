package io.ledgerline.ingest.inlet;

import io.ledgerline.platform.schema.SchemaMigration;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What waits before the ledger: {@code ledgerline_inlet_objects_waiting} (log objects found and not
 * done) and {@code ledgerline_quarantine_open} (what was refused and not put right).
 */
@Startup
@ApplicationScoped
class InletLag {
  private static final String LOOK =
      """
      SELECT (SELECT count(*) FROM inlet_object WHERE state IN ('PENDING', 'RUNNING')),
        (SELECT count(*) FROM quarantine_entry WHERE state = 'OPEN')""";

  private final Pool pool;
  private final SchemaMigration schema;
  private volatile long waiting;
  private volatile long open;

  InletLag(Pool pool, SchemaMigration schema, MeterRegistry registry) {
    this.pool = pool;
    this.schema = schema;
    registry.gauge("ledgerline.inlet.objects.waiting", this, lag -> lag.waiting);
    registry.gauge("ledgerline.quarantine.open", this, lag -> lag.open);
  }

  @Scheduled(
      every = "15s",
      delayed = "4s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return pool.query(LOOK)
        .execute()
        .invoke(
            rows -> {
              Row row = rows.iterator().next();
              waiting = row.getLong(0);
              open = row.getLong(1);
            })
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }
}
