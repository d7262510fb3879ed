package io.ledgerline.ingest.ledger.seal;

import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Seals a little after the fact, so that little is left to do when a report asks. */
@ApplicationScoped
class SealTick {
  private static final Logger LOG = Logger.getLogger(SealTick.class);

  private final Sealer sealer;
  private final SchemaMigration schema;

  SealTick(Sealer sealer, SchemaMigration schema) {
    this.sealer = sealer;
    this.schema = schema;
  }

  @Scheduled(
      every = "${ledgerline.ledger.seal-interval:5s}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return sealer
        .hasWork()
        .chain(work -> work ? sealer.seal().replaceWithVoid() : Uni.createFrom().voidItem())
        .onFailure()
        .invoke(e -> LOG.debugf("Sealing is tried again: %s", e))
        .onFailure()
        .recoverWithNull();
  }
}
