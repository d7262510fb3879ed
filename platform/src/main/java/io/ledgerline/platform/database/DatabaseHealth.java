package io.ledgerline.platform.database;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness {@code database}: whether PostgreSQL answers within two seconds. */
@Readiness
@HealthGroup(Serving.GROUP)
@ApplicationScoped
public class DatabaseHealth implements AsyncHealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Instance<Pool> database;

  DatabaseHealth(Instance<Pool> database) {
    this.database = database;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .deferred(() -> database.get().query("SELECT 1").execute())
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .replaceWith(() -> HealthCheckResponse.up("database"))
        .onFailure()
        .recoverWithItem(
            e ->
                HealthCheckResponse.named("database")
                    .down()
                    .withData("reason", String.valueOf(e.getMessage()))
                    .build());
  }
}
