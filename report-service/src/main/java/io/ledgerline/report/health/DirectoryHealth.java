package io.ledgerline.report.health;

import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.directory.store.SourceTable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness {@code directory}: tells how many of its sources should have been heard by now, and is
 * UP either way: reports say how old it is. The same is a metric, for alarms.
 */
@Readiness
@ApplicationScoped
public class DirectoryHealth implements HealthCheck {
  private final SourceTable sources;
  private final SchemaMigration schema;
  private volatile int stale;

  DirectoryHealth(SourceTable sources, SchemaMigration schema, MeterRegistry registry) {
    this.sources = sources;
    this.schema = schema;
    Gauge.builder("ledgerline.directory.stale.sources", () -> stale)
        .description("Sources of the directory that should have been heard by now")
        .register(registry);
  }

  @Scheduled(every = "1m", delayed = "10s")
  Uni<Void> count() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return sources
        .stale()
        .invoke(count -> stale = count)
        .onFailure()
        .recoverWithItem(() -> stale)
        .replaceWithVoid();
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("directory").up().withData("staleSources", stale).build();
  }
}
