package io.ledgerline.report.schedule.ticking;

import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.report.making.RunWorker;
import io.ledgerline.report.schedule.store.DueStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Deals with all due times, every second and whenever a schedule was made. Every replica does; the
 * database sees to it that each due time has one effect.
 */
@ApplicationScoped
public class ScheduleTicker {
  private static final Logger LOG = Logger.getLogger(ScheduleTicker.class);

  private final SchemaMigration schema;
  private final DueStore dues;
  private final RunWorker worker;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile boolean stopping;

  ScheduleTicker(SchemaMigration schema, DueStore dues, RunWorker worker, Clock clock) {
    this.schema = schema;
    this.dues = dues;
    this.worker = worker;
    this.clock = clock;
  }

  /** Looks now, without waiting for the next tick. Returns at once. */
  public void wake() {
    tick().subscribe().with(done -> {}, e -> LOG.debugf("No due time was found: %s", e));
  }

  @Scheduled(every = "${ledgerline.schedules.tick:1s}", delayed = "2s")
  Uni<Void> tick() {
    if (stopping || !schema.isReady() || !running.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    return steps(clock.instant().truncatedTo(ChronoUnit.MICROS))
        .invoke(this::done)
        .onFailure()
        .invoke(this::note)
        .onFailure()
        .recoverWithItem(false)
        .onTermination()
        .invoke(() -> running.set(false))
        .replaceWithVoid();
  }

  void stop(@Observes ShutdownEvent ignored) {
    stopping = true;
  }

  /** Says once that something is away, not every second. */
  private void note(Throwable failure) {
    if (failing.compareAndSet(false, true)) {
      LOG.warnf("Due times wait: %s", failure);
    }
  }

  /** Steps until nothing is due; whether anything was. */
  private Uni<Boolean> steps(Instant now) {
    return dues.step(now)
        .chain(found -> found ? steps(now).replaceWith(true) : Uni.createFrom().item(false));
  }

  private void done(boolean found) {
    if (failing.compareAndSet(true, false)) {
      LOG.info("Due times are dealt with again");
    }
    if (found) {
      worker.wake();
    }
  }
}
