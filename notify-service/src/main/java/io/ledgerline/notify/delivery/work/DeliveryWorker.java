package io.ledgerline.notify.delivery.work;

import io.ledgerline.notify.artifact.Words;
import io.ledgerline.notify.delivery.DeliveryConfig;
import io.ledgerline.notify.delivery.store.Claim;
import io.ledgerline.notify.delivery.store.Claims;
import io.ledgerline.notify.delivery.store.Leases;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Keeps up to {@code ledgerline.delivery.parallel} attempts going while anything is due, and their
 * leases alive. One claim at a time in each process; other replicas claim beside it.
 */
@ApplicationScoped
public class DeliveryWorker {
  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private final Claims claims;
  private final Leases leases;
  private final AttemptRunner runner;
  private final DeliveryConfig config;
  private final SchemaMigration schema;
  private final Map<UUID, Claim> underWay = new ConcurrentHashMap<>();
  private final AtomicBoolean claiming = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean stopped;

  DeliveryWorker(
      Claims claims,
      Leases leases,
      AttemptRunner runner,
      DeliveryConfig config,
      SchemaMigration schema) {
    this.claims = claims;
    this.leases = leases;
    this.runner = runner;
    this.config = config;
    this.schema = schema;
    if (config.lease().compareTo(config.renewEvery().multipliedBy(2)) < 0) {
      throw new IllegalStateException(
          "ledgerline.delivery.lease must be at least twice ledgerline.delivery.renew-every");
    }
  }

  /** Looks for deliveries that are due, now. Returns at once. */
  public void wake() {
    wanted.set(true);
    if (!stopped && schema.isReady() && claiming.compareAndSet(false, true)) {
      claim();
    }
  }

  @Scheduled(every = "${ledgerline.delivery.tick:1s}", delayed = "2s")
  void tick() {
    wake();
  }

  @Scheduled(every = "${ledgerline.delivery.renew-every:5s}", delayed = "2s")
  Uni<Void> renew() {
    List<Claim> held = List.copyOf(underWay.values());
    if (held.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return leases
        .renew(held, config.lease())
        .onFailure()
        .invoke(e -> LOG.debugf("Leases of %d attempts were not renewed: %s", held.size(), e))
        .onFailure()
        .recoverWithNull();
  }

  /** Claims nothing more and lets attempts end, so that a planned stop leaves none to be lost. */
  void stop(@Observes ShutdownEvent ignored) {
    stopped = true;
    if (underWay.isEmpty()) {
      return;
    }
    try {
      drained.get(config.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warnf("%d attempts were still under way; others take over", underWay.size());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claim() {
    wanted.set(false);
    int free = config.parallel() - underWay.size();
    if (free <= 0) {
      claiming.set(false); // Whichever ends next wakes us.
      return;
    }
    claims
        .next(free, config.lease(), List.copyOf(underWay.keySet()))
        .subscribe()
        .with(
            claimed -> {
              if (failing.compareAndSet(true, false)) {
                LOG.info("Deliveries can be claimed again");
              }
              start(claimed);
            },
            failure -> {
              if (failing.compareAndSet(false, true)) {
                LOG.warnf("Deliveries wait, they cannot be claimed now: %s", Words.of(failure));
              }
              claiming.set(false);
            });
  }

  private void start(List<Claim> claimed) {
    claimed.forEach(claim -> underWay.put(claim.shipment().deliveryId(), claim));
    claimed.forEach(
        claim ->
            runner
                .run(claim)
                .onFailure()
                .invoke(e -> LOG.error("An outcome could not be stored; it counts as lost", e))
                .onTermination()
                .invoke(() -> ended(claim))
                .subscribe()
                .with(ignored -> wake(), ignored -> wake()));
    claiming.set(false);
    if (wanted.get()) {
      wake();
    }
  }

  private void ended(Claim claim) {
    underWay.remove(claim.shipment().deliveryId());
    if (stopped && underWay.isEmpty()) {
      drained.complete(null);
    }
  }
}
