package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.ingest.ledger.retention.archive.ArchiveTable;
import io.ledgerline.ingest.ledger.retention.archive.ArchiveWorker;
import io.ledgerline.ingest.ledger.retention.restore.RestorationWorker;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.schema.SchemaMigration;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Applies the policy: moves the horizon, and takes each month behind it as far as it may go. Every
 * step is noted with its decision in the transaction that takes it, or right after it where there
 * can be none.
 */
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  /** What is no news about a month: it is so from the start. */
  private static final Set<String> USUAL = Set.of("for-ever", "takes-events", "dropped");

  private final RetentionPolicy policy;
  private final Steward steward;
  private final MonthTable months;
  private final MonthDoor door;
  private final ArchiveTable archives;
  private final ArchiveWorker archiver;
  private final RestorationWorker restorer;
  private final SchemaMigration schema;
  private final Clock clock;

  Retention(
      RetentionPolicy policy,
      Steward steward,
      MonthTable months,
      MonthDoor door,
      ArchiveTable archives,
      ArchiveWorker archiver,
      RestorationWorker restorer,
      SchemaMigration schema,
      Clock clock) {
    this.policy = policy;
    this.steward = steward;
    this.months = months;
    this.door = door;
    this.archives = archives;
    this.archiver = archiver;
    this.restorer = restorer;
    this.schema = schema;
    this.clock = clock;
  }

  @Scheduled(
      every = "${ledgerline.retention.tick:1m}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    if (!schema.isReady()) {
      return;
    }
    try {
      archiver.wake();
      restorer.wake();
      apply();
    } catch (RuntimeException e) {
      if (DependencyFailures.isAway(e)) {
        LOG.debugf("Retention is tried again: %s", e);
      } else {
        LOG.errorf(e, "Retention is tried again");
      }
    }
  }

  /** Does all that can be done now; nothing while another replica is at it. */
  void apply() {
    OptionalLong lease = steward.take();
    if (lease.isEmpty()) {
      return;
    }
    long fence = lease.getAsLong();
    try {
      policy
          .openFrom(clock.instant())
          .filter(month -> door.openFrom(fence, month))
          .ifPresent(month -> LOG.infof("The ledger takes events from %s on", month));
      for (MonthView month : months.views()) {
        if (!steward.prolong(fence)) {
          return;
        }
        goOnWith(fence, month);
      }
    } finally {
      steward.giveBack(fence);
    }
  }

  /** What goes wrong with one month is no reason to leave the others as they are. */
  private void goOnWith(long fence, MonthView month) {
    try {
      goOn(fence, month);
    } catch (RuntimeException e) {
      if (DependencyFailures.isAway(e)) {
        throw e;
      }
      LOG.errorf(e, "Retention of %s is tried again", month.month());
    }
  }

  private void goOn(long fence, MonthView month) {
    MonthView now = month;
    for (boolean moved = true; moved; now = months.view(month.month())) {
      Verdict verdict = new RetentionPlan(policy, clock.instant()).judge(now);
      if (!verdict.isNow()) {
        waits(fence, now, verdict);
        return;
      }
      moved = tried(fence, now, verdict.next());
    }
  }

  private boolean tried(long fence, MonthView month, Verdict.Step step) {
    try {
      boolean done = take(fence, month, step);
      if (done) {
        LOG.infof("Retention: %s of %s is done", step, month.month());
      }
      return done;
    } catch (RuntimeException e) {
      if (!MonthDoor.isNotInTime(e)) {
        throw e;
      }
      waits(
          fence,
          month,
          Verdict.not(step, "in-use", "Transactions that use it are still to end; tried again."));
      return false;
    }
  }

  private boolean take(long fence, MonthView view, Verdict.Step step) {
    YearMonth month = view.month();
    return switch (step) {
      case NOTHING -> false;
      case CLOSE -> door.close(fence, month);
      case SETTLE -> door.settle(fence, month);
      case ARCHIVE -> {
        if (view.archive() == MonthView.Archive.DONE) {
          yield door.archived(fence, month);
        }
        archives.request(month, "policy");
        archiver.wake();
        yield false;
      }
      case DETACH -> door.leave(fence, month);
      case DROP -> door.drop(fence, month);
    };
  }

  private void waits(long fence, MonthView month, Verdict verdict) {
    if (!USUAL.contains(verdict.code()) && months.waits(fence, month.month(), verdict)) {
      LOG.infof("Retention: %s stays %s: %s", month.month(), month.state(), verdict.detail());
    }
  }
}
