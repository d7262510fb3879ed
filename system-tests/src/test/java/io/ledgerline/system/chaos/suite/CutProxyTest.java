package io.ledgerline.system.chaos.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CutProxyTest {
  @Test
  void theServerGetsTheWholeRequestAndTheClientNoAnswer() throws Exception {
    List<Integer> received = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(exchange.getRequestBody().readAllBytes().length);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    byte[] body = new byte[300_000];
    try (CutProxy proxy = CutProxy.before(server.getAddress().getPort())) {
      Api api = new Api(proxy.url(), "key");

      assertThatThrownBy(() -> api.post("/", body, Map.of())).isInstanceOf(IOException.class);

      assertThat(received).containsExactly(body.length);
      assertThat(proxy.answersLost()).isOne();
    } finally {
      server.stop(0);
    }
  }
}
