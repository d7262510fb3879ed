package io.ledgerline.ingest.outbox;

import io.ledgerline.platform.schema.SchemaMigration;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How far publication and sealing are behind: {@code ledgerline_outbox_unpublished_batches}, {@code
 * ledgerline_outbox_unconfirmed_batches}, {@code ledgerline_outbox_oldest_seconds}, {@code
 * ledgerline_outbox_dead_lettered_batches}, {@code ledgerline_ledger_unsealed_batches} and {@code
 * ledgerline_ledger_unsealed_oldest_seconds}.
 */
@Startup
@ApplicationScoped
class LagMetrics {
  private final BatchState state;
  private final SchemaMigration schema;
  private volatile BatchState.Lag lag = BatchState.Lag.NONE;

  LagMetrics(BatchState state, SchemaMigration schema, MeterRegistry registry) {
    this.state = state;
    this.schema = schema;
    registry.gauge("ledgerline.outbox.unpublished.batches", this, LagMetrics::unpublished);
    registry.gauge("ledgerline.outbox.unconfirmed.batches", this, LagMetrics::unconfirmed);
    registry.gauge("ledgerline.outbox.oldest.seconds", this, m -> m.lag.oldestSeconds());
    registry.gauge("ledgerline.outbox.dead.lettered.batches", this, m -> m.lag.deadLettered());
    registry.gauge("ledgerline.ledger.unsealed.batches", this, m -> m.lag.unsealed());
    registry.gauge(
        "ledgerline.ledger.unsealed.oldest.seconds", this, m -> m.lag.oldestUnsealedSeconds());
  }

  long unpublished() {
    return lag.unpublished();
  }

  long unconfirmed() {
    return lag.unconfirmed();
  }

  @Scheduled(every = "5s", delayed = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> look() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return state.lag().invoke(found -> lag = found).replaceWithVoid().onFailure().recoverWithNull();
  }
}
