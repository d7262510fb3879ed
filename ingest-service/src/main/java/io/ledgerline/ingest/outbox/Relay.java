package io.ledgerline.ingest.outbox;

import io.ledgerline.ingest.ledger.BatchReader;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.Logger;

/**
 * Publishes from the ledger what is due: batches that were committed but not published (a crash, a
 * broker that was away) and batches that were published but not confirmed. One round at a time in
 * each process; replicas share the work.
 */
@ApplicationScoped
class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final BatchState state;
  private final BatchReader ledger;
  private final Broker broker;
  private final SchemaMigration schema;
  private final PublicationConfig config;

  Relay(
      BatchState state,
      BatchReader ledger,
      Broker broker,
      SchemaMigration schema,
      PublicationConfig config) {
    this.state = state;
    this.ledger = ledger;
    this.broker = broker;
    this.schema = schema;
    this.config = config;
  }

  @Scheduled(
      every = "${ledgerline.publication.tick:1s}",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    if (!schema.isReady() || !config.enabled()) {
      return Uni.createFrom().voidItem();
    }
    return rounds()
        .onFailure()
        .invoke(e -> LOG.debugf("The relay tries again: %s", e))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> rounds() {
    return state
        .claim()
        .chain(
            ids ->
                ids.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : round(ids)
                        .chain(
                            sent ->
                                sent == config.claim() ? rounds() : Uni.createFrom().voidItem()));
  }

  /** Returns how many the broker took. */
  private Uni<Integer> round(List<UUID> ids) {
    Queue<UUID> sent = new ConcurrentLinkedQueue<>();
    Queue<UUID> failed = new ConcurrentLinkedQueue<>();
    List<Uni<Void>> sends =
        ids.stream()
            .map(
                id ->
                    ledger
                        .read(id)
                        .chain(broker::send)
                        .invoke(() -> sent.add(id))
                        .onFailure()
                        .invoke(e -> failed.add(id))
                        .onFailure()
                        .recoverWithNull())
            .toList();
    return Uni.join()
        .all(sends)
        .andCollectFailures()
        .chain(done -> sent.isEmpty() ? nothing() : state.published(List.copyOf(sent)))
        .chain(done -> failed.isEmpty() ? nothing() : state.later(List.copyOf(failed)))
        .replaceWith(sent::size);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
