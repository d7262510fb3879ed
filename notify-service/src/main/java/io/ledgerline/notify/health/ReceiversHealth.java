package io.ledgerline.notify.health;

import io.ledgerline.notify.artifact.ReportServiceConfig;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.ledgerline.platform.objectstore.ObjectStoreException;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Readiness {@code receivers}: tells which of mail server, object store and report-service answer.
 * It is always UP: while one is away its deliveries wait, and the API, the other channels and the
 * intake go on, so there is no cause to take the service out of traffic.
 */
@Readiness
@ApplicationScoped
public class ReceiversHealth implements AsyncHealthCheck {
  private static final String REACHABLE = "reachable";
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Any answer about this bucket, that there is none too, shows that the store is there. */
  private static final String ANY_BUCKET = "ledgerline-readiness";

  private final NetClient net;
  private final ObjectStore store;
  private final String mailHost;
  private final int mailPort;
  private final URI reportService;

  ReceiversHealth(
      Vertx vertx,
      ObjectStore store,
      ReportServiceConfig reportService,
      @ConfigProperty(name = "quarkus.mailer.host") String mailHost,
      @ConfigProperty(name = "quarkus.mailer.port") int mailPort) {
    this.net =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
    this.store = store;
    this.mailHost = mailHost;
    this.mailPort = mailPort;
    this.reportService = reportService.url();
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.combine()
        .all()
        .unis(
            connects(mailHost, mailPort),
            answers(),
            connects(reportService.getHost(), portOf(reportService)))
        .asTuple()
        .map(
            said ->
                HealthCheckResponse.named("receivers")
                    .up()
                    .withData("mail-server", said.getItem1())
                    .withData("object-store", said.getItem2())
                    .withData("report-service", said.getItem3())
                    .build());
  }

  private Uni<String> connects(String host, int port) {
    return net.connect(port, host)
        .call(NetSocket::close)
        .replaceWith(REACHABLE)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithItem(ReceiversHealth::away);
  }

  private Uni<String> answers() {
    return store
        .hasBucket(ANY_BUCKET)
        .replaceWith(REACHABLE)
        .onFailure(ReceiversHealth::isAnswer)
        .recoverWithItem(REACHABLE)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithItem(ReceiversHealth::away);
  }

  private static boolean isAnswer(Throwable failure) {
    return failure instanceof ObjectStoreException e && !e.reason().isWorthRetrying();
  }

  private static String away(Throwable failure) {
    String message = failure.getMessage();
    return "away: " + (message == null ? failure.getClass().getSimpleName() : message);
  }

  private static int portOf(URI uri) {
    int standard = "https".equals(uri.getScheme()) ? 443 : 80;
    return uri.getPort() < 0 ? standard : uri.getPort();
  }
}
