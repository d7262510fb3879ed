package io.ledgerline.report.health;

import io.ledgerline.report.ledger.client.IngestConfig;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness {@code ledger}: tells whether ingest-service answers, and is UP either way. Without the
 * ledger runs wait, but prices, schedules, keys and finished reports are there.
 */
@Readiness
@ApplicationScoped
public class LedgerHealth implements AsyncHealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private final HttpClient http;
  private final URI url;

  LedgerHealth(Vertx vertx, IngestConfig config) {
    this.http = vertx.createHttpClient();
    this.url = config.url();
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .deferred(() -> http.request(live()))
        .chain(request -> request.send())
        .map(response -> response.statusCode() == OK)
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(false)
        .onFailure()
        .recoverWithItem(false)
        .map(
            reachable ->
                HealthCheckResponse.named("ledger")
                    .up()
                    .withData("url", url.toString())
                    .withData("reachable", reachable)
                    .build());
  }

  private RequestOptions live() {
    boolean tls = "https".equals(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : tls ? HTTPS : HTTP;
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setSsl(tls)
        .setHost(url.getHost())
        .setPort(port)
        .setURI("/q/health/live")
        .setTimeout(PATIENCE.toMillis());
  }

  @PreDestroy
  void stop() {
    http.closeAndForget();
  }
}
