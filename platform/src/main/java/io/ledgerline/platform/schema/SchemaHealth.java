package io.ledgerline.platform.schema;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness {@code schema}: DOWN until the tables are there, with the reason. */
@Readiness
@ApplicationScoped
public class SchemaHealth implements HealthCheck {
  private final SchemaMigration migration;

  SchemaHealth(SchemaMigration migration) {
    this.migration = migration;
  }

  @Override
  public HealthCheckResponse call() {
    return migration.isReady()
        ? HealthCheckResponse.up("schema")
        : HealthCheckResponse.named("schema")
            .down()
            .withData("waitingFor", migration.waitingFor())
            .build();
  }
}
