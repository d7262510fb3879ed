package io.ledgerline.ingest.inlet.s3;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness {@code inlet-s3}: DOWN while a configured location cannot be listed, with the reason by
 * location.
 */
@Readiness
@ApplicationScoped
public class S3InletHealth implements HealthCheck {
  private final Scanner scanner;

  S3InletHealth(Scanner scanner) {
    this.scanner = scanner;
  }

  @Override
  public HealthCheckResponse call() {
    var troubles = scanner.troubles();
    var response = HealthCheckResponse.named("inlet-s3").status(troubles.isEmpty());
    troubles.forEach(response::withData);
    return response.build();
  }
}
