package io.ledgerline.notify.delivery.work;

import io.ledgerline.notify.delivery.DeliveryConfig;
import io.ledgerline.notify.delivery.store.Claim;
import io.ledgerline.notify.delivery.store.Claims;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Keeps up to {@code ledgerline.delivery.parallel} attempts going while anything is due. One claim
 * at a time in each process; other replicas claim beside it.
 */
@ApplicationScoped
public class DeliveryWorker {
  private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

  private final Claims claims;
  private final AttemptRunner runner;
  private final DeliveryConfig config;
  private final SchemaMigration schema;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean claiming = new AtomicBoolean();
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean stopped;

  DeliveryWorker(
      Claims claims, AttemptRunner runner, DeliveryConfig config, SchemaMigration schema) {
    this.claims = claims;
    this.runner = runner;
    this.config = config;
    this.schema = schema;
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

  /** Claims nothing more and lets attempts end, so that a planned stop leaves none to be lost. */
  void stop(@Observes ShutdownEvent ignored) {
    stopped = true;
    if (underWay.get() == 0) {
      return;
    }
    try {
      drained.get(config.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.warnf("%d attempts were still under way; others take over", underWay.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void claim() {
    wanted.set(false);
    int free = config.parallel() - underWay.get();
    if (free <= 0) {
      claiming.set(false); // Whichever ends next wakes us.
      return;
    }
    claims
        .next(free, config.lease())
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
                LOG.warnf("Deliveries wait, they cannot be claimed now: %s", failure);
              }
              claiming.set(false);
            });
  }

  private void start(List<Claim> claimed) {
    underWay.addAndGet(claimed.size());
    claimed.forEach(claim -> runner.run(claim).subscribe().with(this::ended, this::broke));
    claiming.set(false);
    if (wanted.get()) {
      wake();
    }
  }

  private void ended(Void ignored) {
    free();
    wake();
  }

  private void broke(Throwable failure) {
    LOG.error("An attempt's outcome could not be stored; it counts as lost", failure);
    free();
  }

  private void free() {
    if (underWay.decrementAndGet() == 0 && stopped) {
      drained.complete(null);
    }
  }
}
