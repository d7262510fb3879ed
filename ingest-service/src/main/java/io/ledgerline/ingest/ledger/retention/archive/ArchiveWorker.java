package io.ledgerline.ingest.ledger.retention.archive;

import io.ledgerline.ingest.ledger.retention.RetentionConfig;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.ledgerline.platform.problem.DependencyFailures;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Writes archives, one at a time in each replica, until there is none left to write. */
@ApplicationScoped
public class ArchiveWorker {
  private static final Logger LOG = Logger.getLogger(ArchiveWorker.class);
  private static final int STOP_SECONDS = 5;

  private final ArchiveTable table;
  private final ArchiveRun archive;
  private final Duration pause;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean stopping;

  ArchiveWorker(ArchiveTable table, ArchiveRun archive, RetentionConfig config) {
    this.table = table;
    this.archive = archive;
    this.pause = config.archive().pause();
  }

  /** Sees to it that work is looked for. Returns at once. */
  public void wake() {
    if (!stopping && running.compareAndSet(false, true)) {
      threads.execute(this::work);
    }
  }

  private void work() {
    try {
      for (Optional<ArchiveClaim> claim = next(); claim.isPresent(); claim = next()) {
        write(claim.get());
      }
    } catch (RuntimeException e) {
      LOG.debugf("Archives are tried again: %s", e);
    } finally {
      running.set(false);
    }
  }

  private Optional<ArchiveClaim> next() {
    return stopping ? Optional.empty() : table.claim();
  }

  private void write(ArchiveClaim claim) {
    try {
      archive.run(claim, () -> stopping);
    } catch (LeaseLostException e) {
      LOG.warnf("Left to another worker: %s", e.getMessage());
    } catch (CancellationException e) {
      table.later(claim, "The service was stopped.", Duration.ZERO);
    } catch (NotGenuineException e) {
      LOG.errorf("The archive of %s cannot be written: %s", claim.month(), e.getMessage());
      table.failed(claim, e.getMessage());
    } catch (ObjectStoreException e) {
      LOG.warnf("The archive of %s is tried again: %s", claim.month(), e.getMessage());
      table.later(claim, e.detail(), pause);
    } catch (RuntimeException e) {
      if (!DependencyFailures.isAway(e)) {
        LOG.errorf(e, "The archive of %s is tried again", claim.month());
      }
      table.later(claim, "The service failed; its log says why.", pause);
    }
  }

  void stop(@Observes ShutdownEvent ignored) throws InterruptedException {
    stopping = true;
    threads.shutdown();
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
