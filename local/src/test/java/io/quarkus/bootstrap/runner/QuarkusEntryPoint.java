package io.quarkus.bootstrap.runner;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Stands where a packaged service's entry point is, so that the supervisor's work can be tried
 * without building a service: ready at once, or at an end at once when a file {@code dies} lies in
 * the data folder.
 */
public final class QuarkusEntryPoint {
  private QuarkusEntryPoint() {}

  /** Serves until the process ends. */
  public static void main(String... args) throws IOException {
    Path settings = Path.of(URI.create(System.getenv("SMALLRYE_CONFIG_LOCATIONS")));
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(settings)) {
      properties.load(in);
    }
    if (Files.exists(settings.getParent().resolveSibling("dies"))) {
      throw new IllegalStateException("cannot go on");
    }
    int port = Integer.parseInt(properties.getProperty("quarkus.http.port"));
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
