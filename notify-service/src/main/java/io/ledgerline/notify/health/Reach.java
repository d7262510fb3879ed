package io.ledgerline.notify.health;

import io.ledgerline.notify.artifact.Words;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Finds out whether something answers, within two seconds. */
@ApplicationScoped
class Reach {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final NetClient net;

  Reach(Vertx vertx) {
    net =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
  }

  /** UP when a connection can be made. */
  Uni<HealthCheckResponse> connects(String check, String host, int port) {
    return answers(check, host + ":" + port, net.connect(port, host).call(NetSocket::close));
  }

  /** UP when {@code question} completes. */
  Uni<HealthCheckResponse> answers(String check, String place, Uni<?> question) {
    return question
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .replaceWith(() -> HealthCheckResponse.named(check).up().withData("place", place).build())
        .onFailure()
        .recoverWithItem(
            failure ->
                HealthCheckResponse.named(check)
                    .down()
                    .withData("place", place)
                    .withData("reason", Words.of(failure))
                    .build());
  }
}
