package io.ledgerline.report.vendor.dynamoguard.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportServiceTest
class SocketIT {
  private static final int PATIENCE_SECONDS = 20;

  /** Listens until the server closes. */
  private static final class Client implements WebSocket.Listener {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.add(data.toString());
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    int say(String message) throws Exception {
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://localhost:" + RestAssured.port + "/"), this)
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      socket.sendText(message, true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"auth\",\"data\":{\"token\":\"%s\"}}",
        "{\"action\":\"auth\",\"token\":\"%s\"}"
      })
  void aClientWithAKeyIsToldItsIdAndLetGo(String auth) throws Exception {
    Client client = new Client();
    assertThat(client.say(auth.formatted(TestKeys.BILLING_ADMIN))).isEqualTo(1000);
    assertThat(client.heard)
        .singleElement()
        .asString()
        .matches("\\{\"event\":\"client-info\",\"data\":\\{\"id\":\"[0-9a-f-]{36}\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"auth\",\"data\":{\"token\":\"ll_00000009_wrong\"}}",
        "{\"event\":\"hello\"}",
        "not JSON"
      })
  void aClientThatIsNotKnownIsRefusedAsAgainstPolicy(String message) throws Exception {
    Client client = new Client();
    assertThat(client.say(message)).isEqualTo(1008);
    assertThat(client.heard).isEmpty();
  }

  @Test
  void aMessageThatIsTooLongIsNotRead() throws Exception {
    assertThat(new Client().say("x".repeat(9000))).isEqualTo(1009);
  }

  @Test
  void withoutAnUpgradeThereIsNothingAtTheRoot() {
    RestAssured.given().get("/").then().statusCode(404);
  }
}
