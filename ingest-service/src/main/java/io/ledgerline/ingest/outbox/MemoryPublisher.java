package io.ledgerline.ingest.outbox;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.ledger.CommitListener;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends batches right after their commit, from memory. At most so many at once as configured; what
 * is beyond that, and what the broker does not take, stays due in the ledger and is the relay's.
 * Nothing here is needed for correctness.
 */
@ApplicationScoped
class MemoryPublisher implements CommitListener {
  private static final long PATIENCE_MILLIS = 50;
  private static final Logger LOG = Logger.getLogger(MemoryPublisher.class);

  private final Broker broker;
  private final BatchState state;
  private final PublicationConfig config;
  private final Semaphore free;
  private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean marking = new AtomicBoolean();

  MemoryPublisher(Broker broker, BatchState state, PublicationConfig config) {
    this.broker = broker;
    this.state = state;
    this.config = config;
    this.free = new Semaphore(config.inFlight());
  }

  @Override
  public void committed(List<Supplier<UsageBatch>> batches) {
    if (config.enabled()) {
      batches.stream().filter(batch -> isFree()).forEach(this::publish);
    }
  }

  /**
   * A broker that takes batches is waited for a little: to read a batch back from the ledger later
   * costs more than to slow down now.
   */
  private boolean isFree() {
    if (!broker.trouble().isEmpty()) {
      return free.tryAcquire();
    }
    try {
      return free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void publish(Supplier<UsageBatch> committed) {
    Uni.createFrom()
        .item(committed)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .chain(batch -> broker.send(batch).replaceWith(batch.batchId()))
        .onTermination()
        .invoke(() -> free.release())
        .subscribe()
        .with(
            batchId -> {
              acknowledged.add(batchId);
              mark();
            },
            failure -> LOG.debugf("A batch is left to the relay: %s", failure));
  }

  /** One statement at a time notes all that was acknowledged meanwhile. */
  private void mark() {
    if (!marking.compareAndSet(false, true)) {
      return;
    }
    List<UUID> ids = new ArrayList<>();
    for (UUID id = acknowledged.poll(); id != null; id = acknowledged.poll()) {
      ids.add(id);
    }
    if (ids.isEmpty()) {
      marking.set(false);
      return;
    }
    state
        .published(ids)
        .onTermination()
        .invoke(() -> marking.set(false))
        .subscribe()
        .with(
            done -> {
              if (!acknowledged.isEmpty()) {
                mark();
              }
            },
            failure -> LOG.debugf("%d batches will be published again: %s", ids.size(), failure));
  }
}
