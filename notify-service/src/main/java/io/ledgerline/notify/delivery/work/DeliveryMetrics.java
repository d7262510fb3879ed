package io.ledgerline.notify.delivery.work;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.notify.delivery.core.AttemptResult;
import io.ledgerline.notify.delivery.store.Claim;
import io.ledgerline.notify.delivery.store.Standing;
import io.ledgerline.notify.delivery.store.Standings;
import io.ledgerline.platform.schema.SchemaMigration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What operators watch. Counters and timers are this replica's; the gauges are read from the
 * database, so that they are the same on every replica and right after a restart.
 */
@ApplicationScoped
public class DeliveryMetrics {
  private final MeterRegistry registry;
  private final MultiGauge standing;
  private final Standings standings;
  private final SchemaMigration schema;
  private final Clock clock;
  private final AtomicReference<Optional<Instant>> oldest = new AtomicReference<>(Optional.empty());

  DeliveryMetrics(
      MeterRegistry registry, Standings standings, SchemaMigration schema, Clock clock) {
    this.registry = registry;
    this.standings = standings;
    this.schema = schema;
    this.clock = clock;
    this.standing =
        MultiGauge.builder("ledgerline.deliveries.standing")
            .description("Deliveries that are not done: PENDING, RETRYING or DEAD")
            .register(registry);
    Gauge.builder("ledgerline.deliveries.oldest.waiting", this::oldestWaitingSeconds)
        .description("Age of the oldest delivery that is neither DELIVERED nor DEAD")
        .baseUnit("seconds")
        .register(registry);
  }

  /** Notes an attempt that has ended at {@code end}. */
  void attempted(Claim claim, AttemptResult result, Instant end) {
    Timer.builder("ledgerline.delivery.attempts")
        .description("Attempts and how long they took")
        .tags("channel", claim.channel(), "outcome", result.outcome().name())
        .register(registry)
        .record(Duration.between(claim.startedAt(), end));
  }

  /** Notes that a delivery has reached a state. */
  void reached(Claim claim, State state) {
    registry
        .counter("ledgerline.deliveries", "channel", claim.channel(), "state", state.name())
        .increment();
  }

  @Scheduled(every = "${ledgerline.delivery.gauges-every:15s}", delayed = "3s")
  Uni<Void> refresh() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return standings
        .now()
        .invoke(this::show)
        .replaceWithVoid()
        // The readiness check speaks of a database that is away; gauges keep their last value.
        .onFailure()
        .recoverWithNull();
  }

  private void show(List<Standing> rows) {
    oldest.set(
        rows.stream()
            .filter(row -> row.state() != State.DEAD)
            .map(Standing::oldest)
            .min(Comparator.naturalOrder()));
    standing.register(
        rows.stream()
            .map(
                row ->
                    MultiGauge.Row.of(
                        Tags.of("channel", row.channel(), "state", row.state().name()),
                        row.count()))
            .toList(),
        true);
  }

  private double oldestWaitingSeconds() {
    return oldest
        .get()
        .map(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
