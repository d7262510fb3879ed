package io.ledgerline.report.vendor.dynamoguard.socket;

import io.ledgerline.report.vendor.dynamoguard.making.DynamoGuardConfig;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One connection: it says who it is, is told its id, and is let go. Nothing that billing needs
 * comes over it. On the event loop of its connection.
 */
final class SocketSession {
  private static final Logger LOG = Logger.getLogger(SocketSession.class);
  private static final short DONE = 1000;
  private static final short NOT_TAKEN = 1003;
  private static final short REFUSED = 1008;
  private static final short TOO_LARGE = 1009;
  private static final short LATER = 1013;

  /** Messages that are read from one connection; the SDK sends one. */
  private static final int MOST_MESSAGES = 100;

  private final ServerWebSocket socket;
  private final Vertx vertx;
  private final DynamoGuardConfig.Socket config;
  private final Function<String, Uni<SecurityIdentity>> keys;
  private final AtomicInteger messages = new AtomicInteger();
  private boolean asked;
  private boolean answered = true;
  private long timer;
  private long pings = -1;

  /**
   * A connection that was just made.
   *
   * @param keys whose key a text is
   */
  SocketSession(
      ServerWebSocket socket,
      Vertx vertx,
      DynamoGuardConfig.Socket config,
      Function<String, Uni<SecurityIdentity>> keys) {
    this.socket = socket;
    this.vertx = vertx;
    this.config = config;
    this.keys = keys;
  }

  /** Listens; {@code ended} is run once, when the connection is gone. */
  void begin(Runnable ended) {
    timer = after(config.patience(), () -> close(REFUSED, "Nobody has said in time who this is."));
    socket.exceptionHandler(e -> LOG.debugf("A socket failed: %s", e.getMessage()));
    socket.closeHandler(
        gone -> {
          vertx.cancelTimer(timer);
          vertx.cancelTimer(pings);
          ended.run();
        });
    socket.pongHandler(pong -> answered = true);
    socket.binaryMessageHandler(bytes -> close(NOT_TAKEN, "Messages are texts."));
    socket.textMessageHandler(this::take);
  }

  private void take(String text) {
    if (text.length() > SocketMessages.LONGEST) {
      close(TOO_LARGE, "A message has at most " + SocketMessages.LONGEST + " characters.");
    } else if (messages.incrementAndGet() > MOST_MESSAGES) {
      close(REFUSED, "There is nothing to say that takes so many messages.");
    } else if (!asked) {
      Optional<String> token = SocketMessages.token(text);
      asked = true;
      token.ifPresentOrElse(
          this::authenticate,
          () ->
              close(REFUSED, "The first message is {\"event\":\"auth\",\"data\":{\"token\":…}}."));
    }
  }

  private void authenticate(String token) {
    keys.apply(token)
        .onItem()
        .ifNull()
        .failWith(AuthenticationMissing::new)
        .subscribe()
        .with(who -> known(), this::unknown);
  }

  private void known() {
    vertx.cancelTimer(timer);
    socket.writeTextMessage(SocketMessages.clientInfo(UUID.randomUUID().toString()));
    if (config.stay().isPositive()) {
      timer = after(config.stay(), () -> close(DONE, "Reports are asked for over HTTP."));
    }
    if (config.ping().isPositive()) {
      pings = vertx.setPeriodic(config.ping().toMillis(), tick -> ping());
    }
  }

  private void unknown(Throwable cause) {
    if (cause instanceof AuthenticationException) {
      close(REFUSED, "A valid API key is needed.");
    } else {
      LOG.debugf("A socket's key could not be looked up: %s", cause);
      close(LATER, "The key cannot be looked at just now.");
    }
  }

  private void ping() {
    if (!answered) {
      close(REFUSED, "Pings are not answered.");
      return;
    }
    answered = false;
    socket.writePing(Buffer.buffer("ledgerline"));
  }

  private long after(Duration delay, Runnable work) {
    return vertx.setTimer(Math.max(1, delay.toMillis()), tick -> work.run());
  }

  private void close(short code, String reason) {
    if (!socket.isClosed()) {
      socket.close(code, reason);
    }
  }

  /** The token was none that any mechanism takes. */
  private static final class AuthenticationMissing extends RuntimeException
      implements AuthenticationException {
    private static final long serialVersionUID = 1L;
  }
}
