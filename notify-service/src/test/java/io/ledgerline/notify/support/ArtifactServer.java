package io.ledgerline.notify.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * Stands where report-service does and answers for its artifacts from a folder: the file {@code
 * <id>} is an artifact's content, a file {@code <id>.status} the HTTP status to answer instead;
 * while there is a file {@code <id>.hold} the answer waits. See {@link ArtifactShelf}.
 */
public final class ArtifactServer implements QuarkusTestResourceLifecycleManager {
  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;
  private static final int NOT_FOUND = 404;

  private HttpServer server;
  private ExecutorService threads;
  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("artifacts");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext("/api/v1/artifacts/", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "ledgerline.report.url",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "ledgerline.report.api-key",
        TestKeys.SERVICE,
        ArtifactShelf.FOLDER,
        folder.toString());
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
      threads.close();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/");
      String id = path[path.length - 2];
      Path status = folder.resolve(id + ".status");
      Path content = folder.resolve(id);
      String key = exchange.getRequestHeaders().getFirst("Authorization");
      if (!TestKeys.bearer(TestKeys.SERVICE).equals(key)) {
        exchange.sendResponseHeaders(UNAUTHENTICATED, -1);
      } else if (Files.exists(folder.resolve(id + ".hold"))) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> !Files.exists(folder.resolve(id + ".hold")));
        send(exchange, content);
      } else if (Files.exists(status)) {
        exchange.sendResponseHeaders(Integer.parseInt(Files.readString(status)), -1);
      } else if (!Files.exists(content)) {
        exchange.sendResponseHeaders(NOT_FOUND, -1);
      } else {
        send(exchange, content);
      }
    }
  }

  private static void send(HttpExchange exchange, Path content) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/csv");
    exchange.sendResponseHeaders(OK, Files.size(content));
    Files.copy(content, exchange.getResponseBody());
  }
}
