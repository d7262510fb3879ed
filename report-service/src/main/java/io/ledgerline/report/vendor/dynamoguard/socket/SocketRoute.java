package io.ledgerline.report.vendor.dynamoguard.socket;

import io.ledgerline.report.vendor.dynamoguard.making.DynamoGuardConfig;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The WebSocket at the root, on the HTTP server's own port. The key that comes over it is looked at
 * like one that comes with a request, with all that guards that.
 */
@ApplicationScoped
class SocketRoute {
  private static final String WEB_SOCKET = "websocket";
  private static final int BAD_REQUEST = 400;
  private static final int UNAVAILABLE = 503;

  private final DynamoGuardConfig config;
  private final HttpAuthenticator authenticator;
  private final AtomicInteger open = new AtomicInteger();

  SocketRoute(DynamoGuardConfig config, HttpAuthenticator authenticator) {
    this.config = config;
    this.authenticator = authenticator;
  }

  void add(@Observes Router router) {
    router.get("/").handler(this::upgrade);
  }

  private void upgrade(RoutingContext context) {
    String wanted = context.request().getHeader(HttpHeaders.UPGRADE);
    if (!WEB_SOCKET.equalsIgnoreCase(wanted) || !config.socket().enabled()) {
      context.next();
    } else if (open.incrementAndGet() > config.socket().most()) {
      open.decrementAndGet();
      context.fail(UNAVAILABLE);
    } else {
      context
          .request()
          .toWebSocket()
          .onSuccess(socket -> begin(socket, context))
          .onFailure(
              e -> {
                open.decrementAndGet();
                context.fail(BAD_REQUEST);
              });
    }
  }

  private void begin(ServerWebSocket socket, RoutingContext context) {
    EndedRequests.end(context.request());
    new SocketSession(socket, context.vertx(), config.socket(), key -> ask(context, key))
        .begin(open::decrementAndGet);
  }

  private Uni<SecurityIdentity> ask(RoutingContext context, String key) {
    context.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + key);
    return authenticator.attemptAuthentication(context);
  }
}
