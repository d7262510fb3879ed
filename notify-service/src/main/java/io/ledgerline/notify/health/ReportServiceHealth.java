package io.ledgerline.notify.health;

import io.ledgerline.notify.artifact.ReportServiceConfig;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness {@code report-service}: whether artifacts can be asked for. */
@Readiness
@ApplicationScoped
public class ReportServiceHealth implements AsyncHealthCheck {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final Reach reach;
  private final URI url;

  ReportServiceHealth(Reach reach, ReportServiceConfig config) {
    this.reach = reach;
    this.url = config.url();
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    int standard = "https".equals(url.getScheme()) ? HTTPS : HTTP;
    return reach.connects(
        "report-service", url.getHost(), url.getPort() < 0 ? standard : url.getPort());
  }
}
