package io.ledgerline.report.report.making;

import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.pricing.store.ShippedPriceBook;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunFailure;
import io.ledgerline.report.report.store.LostClaimException;
import io.ledgerline.report.report.store.RunClaims;
import io.ledgerline.report.report.store.RunOutcome;
import io.ledgerline.report.store.Awaiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Claims runs and makes them, a bounded number at once, each on a virtual thread; keeps their
 * leases. Any replica may claim any run; a run whose replica died is claimed when its lease ends.
 */
@ApplicationScoped
public class RunWorker {
  private static final Logger LOG = Logger.getLogger(RunWorker.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 16;

  private final String owner = UUID.randomUUID().toString();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, ReportRun> held = new ConcurrentHashMap<>();
  private final SchemaMigration schema;
  private final ShippedPriceBook shippedPrices;
  private final RunClaims claims;
  private final RunMaker maker;
  private final ReportKinds kinds;
  private final RunMetrics metrics;
  private final RunConfig config;
  private final Publisher publisher;
  private volatile boolean stopping;

  RunWorker(
      SchemaMigration schema,
      ShippedPriceBook shippedPrices,
      RunClaims claims,
      RunMaker maker,
      ReportKinds kinds,
      RunMetrics metrics,
      RunConfig config,
      Publisher publisher) {
    this.schema = schema;
    this.shippedPrices = shippedPrices;
    this.claims = claims;
    this.maker = maker;
    this.kinds = kinds;
    this.metrics = metrics;
    this.config = config;
    this.publisher = publisher;
  }

  /** Looks for runs now, without waiting for the next tick. Returns at once. */
  public void wake() {
    if (!stopping) {
      threads.execute(this::claimQuietly);
    }
  }

  @Scheduled(
      every = "${ledgerline.report-runs.tick:1s}",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() {
    claimQuietly();
  }

  @Scheduled(every = "${ledgerline.report-runs.heartbeat:5s}", delayed = "5s")
  @RunOnVirtualThread
  void keepLeases() {
    for (ReportRun run : held.values()) {
      try {
        Awaiting.outcome(claims.renew(run, config.lease()));
      } catch (LostClaimException e) {
        LOG.debugf("Run %s needs no lease any more", run.id());
      } catch (RuntimeException e) {
        // Its maker will meet the same at its next step, or the lease goes on after an outage.
        LOG.warnf("The lease of run %s was not renewed: %s", run.id(), e);
      }
    }
  }

  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
    threads.shutdownNow();
    if (schema.isReady()) {
      claims
          .letGo(owner)
          .ifNoItem()
          .after(LAST_WORDS)
          .fail()
          .onFailure()
          .invoke(e -> LOG.debugf("Leases end by themselves: %s", e))
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
      LOG.debugf("No run was claimed this time: %s", e);
    }
  }

  private synchronized void claim() {
    int free = config.atOnce() - held.size();
    if (stopping
        || !config.enabled()
        || free <= 0
        || !schema.isReady()
        || !shippedPrices.isFilled()) {
      return;
    }
    List<ReportRun> claimed =
        Awaiting.outcome(claims.claim(owner, config.lease(), publisher.now(), free));
    for (ReportRun run : claimed) {
      held.put(run.id(), run);
      threads.execute(() -> make(run));
    }
  }

  private void make(ReportRun run) {
    Instant begun = Instant.now();
    try {
      ReportKind kind = kinds.find(run.request().kind()).orElse(null);
      if (kind == null) {
        giveUp(run, new RunFailure("unknown-kind", "This version knows no such report kind."));
      } else if (run.attempts() > config.attempts()) {
        giveUp(run, new RunFailure("too-many-attempts", "The run was begun too often."));
      } else {
        RunOutcome outcome = maker.make(run, kind);
        metrics.completed(outcome, Duration.between(begun, Instant.now()));
        LOG.infof(
            "Run %s is completed: %d rows, %s",
            run.id(), outcome.totals().rows(), outcome.reconciliation().result());
      }
    } catch (LostClaimException e) {
      lost(run);
    } catch (Exception e) {
      failed(run, e);
    } finally {
      held.remove(run.id());
    }
  }

  private void failed(ReportRun run, Exception cause) {
    if (stopping) {
      return;
    }
    RunFailures why = RunFailures.of(cause);
    try {
      if (why.worthRepeating() && run.attempts() < config.attempts()) {
        LOG.warnf("Run %s waits, %s: %s", run.id(), why.failure().detail(), cause);
        Awaiting.outcome(claims.again(run, why.failure(), pause(run.attempts())));
      } else {
        logFailure(run, why, cause);
        giveUp(run, why.failure());
      }
    } catch (LostClaimException e) {
      lost(run);
    } catch (RuntimeException e) {
      LOG.warnf("Run %s is taken up again when its lease ends: %s", run.id(), e);
    }
  }

  private void lost(ReportRun run) {
    LOG.infof("Run %s was cancelled, or another replica has it now", run.id());
    try {
      maker.forget(run);
    } catch (RuntimeException e) {
      LOG.debugf("What was noted of run %s stays, and nobody looks at it: %s", run.id(), e);
    }
  }

  private static void logFailure(ReportRun run, RunFailures why, Exception cause) {
    if (why.isOurs()) {
      LOG.errorf(cause, "Run %s failed", run.id());
    } else {
      LOG.errorf("Run %s failed: %s", run.id(), why.failure().detail());
    }
  }

  private void giveUp(ReportRun run, RunFailure why) {
    Awaiting.outcome(claims.fail(run, why, publisher.now()));
    metrics.failed();
  }

  private Duration pause(int attempts) {
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
    return doubled.compareTo(config.longestPause()) < 0 ? doubled : config.longestPause();
  }
}
