package io.ledgerline.report.report.making;

import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.report.RunState;
import io.ledgerline.report.report.store.RunOutcome;
import io.ledgerline.report.report.store.RunStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What can be seen of report runs from outside. */
@Startup
@ApplicationScoped
public class RunMetrics {
  private final SchemaMigration schema;
  private final RunStore runs;
  private final Timer duration;
  private final Counter failed;
  private final Counter unrated;
  private final Map<String, Counter> unratedBy = new HashMap<>();
  private final Counter unreconciled;
  private volatile Map<String, Long> byState = Map.of();
  private volatile long oldestWaiting;

  RunMetrics(MeterRegistry registry, SchemaMigration schema, RunStore runs) {
    this.schema = schema;
    this.runs = runs;
    duration =
        Timer.builder("ledgerline.report.run.duration")
            .description("From a run's claim to its completion")
            .register(registry);
    failed = Counter.builder("ledgerline.report.runs.failed").register(registry);
    unrated =
        Counter.builder("ledgerline.report.unrated.events")
            .description("Events in completed runs that have usage without a price")
            .register(registry);
    for (UnratedReason reason : UnratedReason.values()) {
      unratedBy.put(
          reason.wireName(),
          Counter.builder("ledgerline.report.unrated.usage")
              .description("Events in completed runs that have usage without a cost, by why")
              .tag("reason", reason.wireName())
              .register(registry));
    }
    unreconciled = Counter.builder("ledgerline.report.runs.unreconciled").register(registry);
    Gauge.builder("ledgerline.report.runs.oldest.waiting", () -> oldestWaiting)
        .description("Age of the oldest run that waits to be made")
        .baseUnit("seconds")
        .register(registry);
    for (RunState state : RunState.values()) {
      Gauge.builder("ledgerline.report.runs", () -> byState.getOrDefault(state.name(), 0L))
          .description("Runs by state, in the whole installation")
          .tag("state", state.name().toLowerCase(java.util.Locale.ROOT))
          .register(registry);
    }
  }

  @Scheduled(every = "15s", delayed = "5s")
  Uni<Void> count() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return runs.countByState()
        .invoke(counts -> byState = counts)
        .chain(runs::oldestWaitingSeconds)
        .invoke(seconds -> oldestWaiting = seconds)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  void completed(RunOutcome outcome, Duration took) {
    duration.record(took);
    unrated.increment(outcome.totals().unrated().events());
    outcome
        .totals()
        .unrated()
        .reasons()
        .forEach((reason, events) -> unratedBy.get(reason).increment(events));
    if (!outcome.reconciliation().isReconciled()) {
      unreconciled.increment();
    }
  }

  void failed() {
    failed.increment();
  }
}
