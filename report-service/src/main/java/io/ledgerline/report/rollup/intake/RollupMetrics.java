package io.ledgerline.report.rollup.intake;

import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.store.Applied;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What can be seen of the rollups from outside. */
@Startup
@ApplicationScoped
class RollupMetrics {
  private static final double NANOS = 1e9;

  private final Counter fresh;
  private final Counter repeated;
  private final Counter deadLettered;
  private final Counter events;
  private final Counter outside;
  private final Timer lag;
  private final Clock clock;
  private volatile Duration latest = Duration.ZERO;

  RollupMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    fresh = batches(registry, "applied");
    repeated = batches(registry, "repeated");
    deadLettered = batches(registry, "dead-lettered");
    events = Counter.builder("ledgerline.rollup.events").register(registry);
    outside =
        Counter.builder("ledgerline.rollup.outside.horizon")
            .description("Batches with usage of months whose rollups are dropped")
            .register(registry);
    Gauge.builder("ledgerline.rollup.lag.latest", () -> latest.toNanos() / NANOS)
        .description("From posting to rollups, of the batch applied last")
        .baseUnit("seconds")
        .register(registry);
    lag =
        Timer.builder("ledgerline.rollup.lag")
            .description("From a batch's posting to its commit in the rollups")
            .register(registry);
  }

  private static Counter batches(MeterRegistry registry, String outcome) {
    return Counter.builder("ledgerline.rollup.batches")
        .description("Batches of usage by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  void applied(Collection<BatchTally> batches, Map<UUID, Applied> applied) {
    Instant now = clock.instant();
    for (BatchTally batch : batches) {
      Applied outcome = applied.get(batch.batchId());
      if (!outcome.fresh()) {
        repeated.increment();
        continue;
      }
      fresh.increment();
      events.increment(batch.facts());
      if (outcome.outside()) {
        outside.increment();
      }
      Duration behind = Duration.between(batch.postedAt(), now);
      latest = behind.isNegative() ? Duration.ZERO : behind;
      lag.record(latest);
    }
  }

  void deadLettered() {
    deadLettered.increment();
  }
}
