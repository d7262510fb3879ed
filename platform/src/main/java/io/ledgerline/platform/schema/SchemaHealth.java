package io.ledgerline.platform.schema;

import io.ledgerline.platform.database.Serving;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness {@code schema}: DOWN until the tables are there, with the reason. */
@Readiness
@HealthGroup(Serving.GROUP)
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
