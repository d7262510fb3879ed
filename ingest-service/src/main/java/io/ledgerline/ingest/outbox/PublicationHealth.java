package io.ledgerline.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness {@code publication}: DOWN while the broker takes no batches. Events are recorded all
 * the same; they wait in the ledger.
 */
@Readiness
@ApplicationScoped
public class PublicationHealth implements HealthCheck {
  private final Broker broker;
  private final LagMetrics lag;

  PublicationHealth(Broker broker, LagMetrics lag) {
    this.broker = broker;
    this.lag = lag;
  }

  @Override
  public HealthCheckResponse call() {
    String trouble = broker.trouble();
    var response =
        HealthCheckResponse.named("publication")
            .status(trouble.isEmpty())
            .withData("unpublishedBatches", lag.unpublished())
            .withData("unconfirmedBatches", lag.unconfirmed());
    return (trouble.isEmpty() ? response : response.withData("reason", trouble)).build();
  }
}
