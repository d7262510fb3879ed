package io.ledgerline.report.vendor.dynamoguard.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.vendor.dynamoguard.making.DynamoGuardConfig;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The limits of a connection, each on a small server of its own. */
class SocketSessionTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String AUTH = "{\"event\":\"auth\",\"data\":{\"token\":\"k\"}}";
  private static final Settings QUICK =
      new Settings(Duration.ofSeconds(10), Duration.ofMillis(20), Duration.ofSeconds(20));

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  private record Settings(Duration patience, Duration stay, Duration ping)
      implements DynamoGuardConfig.Socket {
    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public int most() {
      return 1;
    }
  }

  /** Listens until the server closes. */
  private static final class Client implements WebSocket.Listener {
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<String> heard = new CompletableFuture<>();
    private final CompletableFuture<Boolean> pinged = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.complete(data.toString());
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      pinged.complete(true);
      return WebSocket.Listener.super.onPing(socket, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    <T> T get(CompletableFuture<T> future) throws Exception {
      return future.get(10, TimeUnit.SECONDS);
    }
  }

  private static Function<String, Uni<SecurityIdentity>> everybody() {
    return key ->
        Uni.createFrom().item(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
  }

  private static WebSocket connect(
      Client client,
      Settings settings,
      Function<String, Uni<SecurityIdentity>> keys,
      AtomicInteger ended)
      throws Exception {
    HttpServer server =
        VERTX
            .createHttpServer()
            .webSocketHandler(
                socket ->
                    new SocketSession(socket, VERTX, settings, keys).begin(ended::incrementAndGet))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    URI address = URI.create("ws://127.0.0.1:" + server.actualPort() + "/");
    return HTTP.newWebSocketBuilder().buildAsync(address, client).get(10, TimeUnit.SECONDS);
  }

  @Test
  void whoIsKnownIsToldAndLetGoNormally() throws Exception {
    Client client = new Client();
    AtomicInteger ended = new AtomicInteger();
    connect(client, QUICK, everybody(), ended).sendText(AUTH, true);
    assertThat(client.get(client.heard)).contains("client-info");
    assertThat(client.get(client.closed)).isEqualTo(1000);
    Awaitility.await("its place is free")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(ended).hasValue(1));
  }

  @Test
  void whoSaysNothingIsLetGo() throws Exception {
    Client client = new Client();
    Settings hasty = new Settings(Duration.ofMillis(20), Duration.ZERO, Duration.ZERO);
    connect(client, hasty, everybody(), new AtomicInteger());
    assertThat(client.get(client.closed)).isEqualTo(1008);
  }

  @Test
  void whoStaysIsPinged() throws Exception {
    Client client = new Client();
    Settings staying = new Settings(Duration.ofSeconds(9), Duration.ZERO, Duration.ofMillis(20));
    WebSocket socket = connect(client, staying, everybody(), new AtomicInteger());
    socket.sendText(AUTH, true);
    assertThat(client.get(client.pinged)).isTrue();
    assertThat(client.closed).isNotDone();
    socket.abort();
  }

  @Test
  void aKeyThatCannotBeLookedUpIsForLater() throws Exception {
    Client client = new Client();
    connect(
            client,
            QUICK,
            key -> Uni.createFrom().failure(new IllegalStateException("away")),
            new AtomicInteger())
        .sendText(AUTH, true);
    assertThat(client.get(client.closed)).isEqualTo(1013);
  }

  @Test
  void aKeyThatIsWrongOrThatNobodyTakesIsAgainstPolicy() throws Exception {
    Client wrong = new Client();
    connect(
            wrong,
            QUICK,
            key -> Uni.createFrom().failure(new AuthenticationFailedException()),
            new AtomicInteger())
        .sendText(AUTH, true);
    Client untaken = new Client();
    connect(untaken, QUICK, key -> Uni.createFrom().nullItem(), new AtomicInteger())
        .sendText(AUTH, true);
    assertThat(wrong.get(wrong.closed)).isEqualTo(1008);
    assertThat(untaken.get(untaken.closed)).isEqualTo(1008);
  }

  @Test
  void bytesAreNotTaken() throws Exception {
    Client client = new Client();
    connect(client, QUICK, everybody(), new AtomicInteger())
        .sendBinary(ByteBuffer.wrap(new byte[] {1}), true);
    assertThat(client.get(client.closed)).isEqualTo(1003);
  }

  @Test
  void whoTalksOnIsLetGo() throws Exception {
    Client client = new Client();
    Settings staying = new Settings(Duration.ofSeconds(9), Duration.ZERO, Duration.ZERO);
    WebSocket socket = connect(client, staying, everybody(), new AtomicInteger());
    socket.sendText(AUTH, true).get(10, TimeUnit.SECONDS);
    for (int i = 0; i < 101 && !client.closed.isDone(); i++) {
      try {
        socket.sendText("{}", true).get(10, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException closedAlready) {
        break;
      }
    }
    assertThat(client.get(client.closed)).isEqualTo(1008);
  }
}
