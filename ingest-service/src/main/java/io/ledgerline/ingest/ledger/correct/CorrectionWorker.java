package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Goes on with corrections that wait, one at a time in each process. */
@ApplicationScoped
class CorrectionWorker {
  private static final Logger LOG = Logger.getLogger(CorrectionWorker.class);

  /** So many attempts in a row may fail for a reason nobody knows before it is given up. */
  private static final int ATTEMPTS_AT_THE_UNKNOWN = 5;

  private static final int MAX_DOUBLINGS = 6;

  private final CorrectionTable table;
  private final CorrectionRunner runner;
  private final Transactions transactions;
  private final SchemaMigration schema;
  private final CorrectionConfig config;
  private volatile boolean stopping;

  CorrectionWorker(
      CorrectionTable table,
      CorrectionRunner runner,
      Transactions transactions,
      SchemaMigration schema,
      CorrectionConfig config) {
    this.table = table;
    this.runner = runner;
    this.transactions = transactions;
    this.schema = schema;
    this.config = config;
  }

  @Scheduled(
      every = "${ledgerline.corrections.tick:1s}",
      delayed = "3s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    if (!schema.isReady()) {
      return;
    }
    try {
      for (Optional<Claim> claim = next(); claim.isPresent(); claim = next()) {
        work(claim.get());
      }
    } catch (RuntimeException e) {
      LOG.debugf("Corrections are looked for again: %s", e);
    }
  }

  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
  }

  /** Takes the next correction that waits. */
  Optional<Claim> next() {
    return stopping ? Optional.empty() : transactions.run(table::claim);
  }

  private void work(Claim claim) {
    try {
      boolean last = false;
      while (!last && !stopping) {
        last = runner.chunk(claim);
      }
      if (!last) {
        later(claim, Duration.ZERO);
      }
    } catch (LeaseLostException e) {
      LOG.warnf("Left to another worker: %s", e.getMessage());
    } catch (RuntimeException e) {
      if (DependencyFailures.isAway(e)) {
        LOG.warnf("Correction %s is gone on with later: %s", claim.id(), e.getMessage());
        later(claim, pause(claim));
      } else {
        LOG.errorf(e, "Correction %s failed, attempt %d", claim.id(), claim.attempts());
        if (claim.attempts() < ATTEMPTS_AT_THE_UNKNOWN) {
          later(claim, pause(claim));
        } else {
          giveUp(claim);
        }
      }
    }
  }

  private void later(Claim claim, Duration pause) {
    release(
        claim,
        connection -> {
          table.later(connection, claim, pause);
          return null;
        });
  }

  private void giveUp(Claim claim) {
    release(
        claim,
        connection -> {
          table.failed(connection, claim, "The service failed; its log says why.");
          return null;
        });
  }

  private void release(Claim claim, Transactions.Work<Void> work) {
    try {
      transactions.run(work);
    } catch (RuntimeException e) {
      LOG.debugf("The lease of %s has to run out: %s", claim.id(), e);
    }
  }

  private Duration pause(Claim claim) {
    return config.pause().multipliedBy(1L << Math.min(claim.attempts() - 1, MAX_DOUBLINGS));
  }
}
