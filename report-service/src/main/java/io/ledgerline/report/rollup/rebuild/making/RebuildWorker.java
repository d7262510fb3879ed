package io.ledgerline.report.rollup.rebuild.making;

import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.ledger.client.LedgerRefusedException;
import io.ledgerline.report.ledger.client.LedgerUnavailableException;
import io.ledgerline.report.rollup.rebuild.Rebuild;
import io.ledgerline.report.rollup.rebuild.RebuildFailure;
import io.ledgerline.report.rollup.rebuild.RebuildProgress;
import io.ledgerline.report.rollup.rebuild.store.LostRebuildException;
import io.ledgerline.report.rollup.rebuild.store.RebuildClaims;
import io.ledgerline.report.rollup.store.ShadowTables;
import io.ledgerline.report.store.Awaiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Claims rebuilds and makes them, one at a time, on a virtual thread, and keeps the lease. A job
 * whose replica died is claimed by another one when its lease ends, and goes on where it stood.
 */
@ApplicationScoped
public class RebuildWorker {
  private static final Logger LOG = Logger.getLogger(RebuildWorker.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int DOUBLINGS = 16;

  private final String owner = UUID.randomUUID().toString();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Rebuild> held = new AtomicReference<>();
  private final SchemaMigration schema;
  private final RebuildClaims claims;
  private final MonthRebuild months;
  private final ShadowTables shadows;
  private final RebuildConfig config;
  private volatile boolean stopping;

  RebuildWorker(
      SchemaMigration schema,
      RebuildClaims claims,
      MonthRebuild months,
      ShadowTables shadows,
      RebuildConfig config) {
    this.schema = schema;
    this.claims = claims;
    this.months = months;
    this.shadows = shadows;
    this.config = config;
  }

  /** Looks for a job now, without waiting for the next tick. Returns at once. */
  public void wake() {
    if (!stopping) {
      threads.execute(this::claimQuietly);
    }
  }

  @Scheduled(
      every = "${ledgerline.rollup-rebuilds.tick:2s}",
      delayed = "3s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() {
    claimQuietly();
  }

  @Scheduled(every = "${ledgerline.rollup-rebuilds.heartbeat:5s}", delayed = "5s")
  @RunOnVirtualThread
  void keepLease() {
    Rebuild job = held.get();
    if (job == null) {
      return;
    }
    try {
      Awaiting.outcome(claims.renew(job, config.lease()));
    } catch (LostRebuildException e) {
      LOG.debugf("Rebuild %s needs no lease any more", job.id());
    } catch (RuntimeException e) {
      LOG.warnf("The lease of rebuild %s was not renewed: %s", job.id(), e);
    }
  }

  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
    threads.shutdownNow();
    if (held.get() != null) {
      claims
          .letGo(owner)
          .ifNoItem()
          .after(LAST_WORDS)
          .fail()
          .onFailure()
          .recoverWithNull()
          .await()
          .indefinitely();
    }
  }

  private void claimQuietly() {
    try {
      claim();
    } catch (RuntimeException e) {
      LOG.debugf("No rebuild was claimed this time: %s", e);
    }
  }

  private synchronized void claim() {
    if (stopping || !config.enabled() || held.get() != null || !schema.isReady()) {
      return;
    }
    Rebuild job = Awaiting.outcome(claims.claim(owner, config.lease()));
    if (job != null) {
      held.set(job);
      threads.execute(() -> make(job));
    }
  }

  private void make(Rebuild job) {
    RebuildProgress[] at = {
      job.progress() == null ? RebuildProgress.of(job.wish().firstMonth()) : job.progress()
    };
    try {
      if (job.attempts() > config.attempts()) {
        giveUp(job, at[0], new RebuildFailure("too-many-attempts", "It was begun too often."));
        return;
      }
      while (!at[0].month().isAfter(job.wish().lastMonth())) {
        at[0] = months.make(job, at[0]);
      }
      Awaiting.outcome(claims.complete(job));
      LOG.infof("Rebuild %s is completed", job.id());
    } catch (LostRebuildException e) {
      LOG.warnf("Rebuild %s: %s", job.id(), e.getMessage());
    } catch (RuntimeException e) {
      failed(job, at[0], e);
    } finally {
      held.set(null);
    }
  }

  private void failed(Rebuild job, RebuildProgress at, RuntimeException cause) {
    if (stopping) {
      return;
    }
    try {
      switch (cause) {
        case UnknownBatchesException e ->
            giveUp(job, at, new RebuildFailure("unknown-batches", e.getMessage()));
        case LedgerRefusedException e ->
            giveUp(job, at, new RebuildFailure("ledger-refused", e.getMessage()));
        case RuntimeException e when mayPass(e) -> {
          LOG.warnf("Rebuild %s waits: %s", job.id(), e);
          Awaiting.outcome(
              claims.again(
                  job,
                  new RebuildFailure(
                      "dependency-unavailable", "A part that it needs is away or busy."),
                  pause(job.attempts())));
        }
        default -> {
          LOG.errorf(cause, "Rebuild %s failed", job.id());
          giveUp(
              job,
              at,
              new RebuildFailure(
                  "internal", "It met a fault of the service; its log has the cause."));
        }
      }
    } catch (LostRebuildException e) {
      LOG.warnf("Rebuild %s: %s", job.id(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.warnf("Rebuild %s is taken up again when its lease ends: %s", job.id(), e);
    }
  }

  private static boolean mayPass(RuntimeException e) {
    return e instanceof LedgerUnavailableException
        || LockFailures.isBusy(e)
        || DependencyFailures.isAway(e);
  }

  /** The old partition stays; the new table goes first, so that appliers stop writing to it. */
  private void giveUp(Rebuild job, RebuildProgress at, RebuildFailure why) {
    Awaiting.outcome(claims.renew(job, config.lease()).chain(() -> shadows.abandon(at.month())));
    Awaiting.outcome(claims.fail(job, why));
  }

  private Duration pause(int attempts) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
  }
}
