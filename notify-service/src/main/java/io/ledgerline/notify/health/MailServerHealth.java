package io.ledgerline.notify.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness {@code mail-server}: whether it takes connections. */
@Readiness
@ApplicationScoped
public class MailServerHealth implements AsyncHealthCheck {
  private final Reach reach;
  private final String host;
  private final int port;

  MailServerHealth(
      Reach reach,
      @ConfigProperty(name = "quarkus.mailer.host") String host,
      @ConfigProperty(name = "quarkus.mailer.port") int port) {
    this.reach = reach;
    this.host = host;
    this.port = port;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return reach.connects("mail-server", host, port);
  }
}
