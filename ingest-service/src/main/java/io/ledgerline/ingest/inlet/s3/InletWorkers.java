package io.ledgerline.ingest.inlet.s3;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Claims objects and has them read, a few at a time, until there is none left. */
@ApplicationScoped
class InletWorkers {
  private static final Logger LOG = Logger.getLogger(InletWorkers.class);
  private static final int STOP_SECONDS = 5;

  private final ClaimTable table;
  private final ObjectAttempt attempt;
  private final int most;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean stopping;

  InletWorkers(ClaimTable table, ObjectAttempt attempt, S3InletConfig config) {
    this.table = table;
    this.attempt = attempt;
    this.most = config.workers();
  }

  /** Sees to it that work is looked for. Returns at once. */
  void wake() {
    while (!stopping) {
      int now = running.get();
      if (now >= most) {
        return;
      }
      if (running.compareAndSet(now, now + 1)) {
        threads.execute(this::work);
      }
    }
  }

  private void work() {
    try {
      for (Optional<Claim> claim = next(); claim.isPresent(); claim = next()) {
        attempt.at(claim.get(), () -> stopping);
      }
    } catch (RuntimeException e) {
      LOG.debugf("The S3 inlet tries again: %s", e);
    } finally {
      running.decrementAndGet();
    }
  }

  private Optional<Claim> next() {
    return stopping ? Optional.empty() : table.claim().await().indefinitely();
  }

  void stop(@Observes ShutdownEvent ignored) throws InterruptedException {
    stopping = true;
    threads.shutdown();
    if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
      threads.shutdownNow();
    }
  }
}
