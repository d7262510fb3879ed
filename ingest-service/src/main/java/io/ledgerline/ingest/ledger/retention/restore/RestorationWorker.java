package io.ledgerline.ingest.ledger.retention.restore;

import io.ledgerline.ingest.ledger.retention.archive.NotGenuineException;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Restores months, one at a time in each replica. */
@ApplicationScoped
public class RestorationWorker {
  private static final Logger LOG = Logger.getLogger(RestorationWorker.class);

  private final RestorationTable restorations;
  private final RestorationRun restoration;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean stopping;

  RestorationWorker(RestorationTable restorations, RestorationRun restoration) {
    this.restorations = restorations;
    this.restoration = restoration;
  }

  /** Sees to it that work is looked for. Returns at once. */
  public void wake() {
    if (!stopping && running.compareAndSet(false, true)) {
      threads.execute(this::work);
    }
  }

  private void work() {
    try {
      Optional<RestorationClaim> claim = restorations.claim();
      while (claim.isPresent()) {
        restore(claim.get());
        claim = stopping ? Optional.empty() : restorations.claim();
      }
    } catch (RuntimeException e) {
      LOG.debugf("Restorations are tried again: %s", e);
    } finally {
      running.set(false);
    }
  }

  private void restore(RestorationClaim claim) {
    try {
      restoration.run(claim);
    } catch (TakenOverException e) {
      LOG.warnf("Left to another worker: the restoration of %s", claim.month());
    } catch (NotGenuineException e) {
      LOG.errorf("%s cannot be restored: %s", claim.month(), e.getMessage());
      restorations.failed(claim, e.getMessage());
    } catch (ObjectStoreException e) {
      LOG.warnf("The restoration of %s is tried again: %s", claim.month(), e.getMessage());
      restorations.later(claim, e.detail());
    } catch (IOException | RuntimeException e) {
      LOG.errorf(e, "The restoration of %s is tried again", claim.month());
      restorations.later(claim, "The service failed; its log says why.");
    }
  }

  /** What is cut off here is begun anew by whoever comes next. */
  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
    threads.shutdownNow();
  }
}
