package io.ledgerline.report.rollup.intake;

import io.ledgerline.contracts.message.UsageBatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;

/** What can be seen of the rollups from outside. */
@Startup
@ApplicationScoped
class RollupMetrics {
  private final Counter applied;
  private final Counter repeated;
  private final Counter deadLettered;
  private final Counter events;
  private final Timer lag;
  private final Clock clock;

  RollupMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    applied = batches(registry, "applied");
    repeated = batches(registry, "repeated");
    deadLettered = batches(registry, "dead-lettered");
    events = Counter.builder("ledgerline.rollup.events").register(registry);
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

  void applied(Collection<UsageBatch> fresh, int repeats) {
    applied.increment(fresh.size());
    repeated.increment(repeats);
    for (UsageBatch batch : fresh) {
      events.increment(batch.facts().size());
      Duration behind = Duration.between(batch.postedAt(), clock.instant());
      lag.record(behind.isNegative() ? Duration.ZERO : behind);
    }
  }

  void deadLettered() {
    deadLettered.increment();
  }
}
