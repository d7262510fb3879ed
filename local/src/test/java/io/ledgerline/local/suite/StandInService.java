package io.ledgerline.local.suite;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands in for a packaged service, so that the supervisor's work can be tried without building
 * one: ready at once, or at an end at once when a file {@code dies} lies in the data folder.
 */
public final class StandInService {
  private StandInService() {}

  /** A jar that runs it, as small as can be, into {@code folder}. */
  static Path jar(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
    main.put(Attributes.Name.CLASS_PATH, Path.of("target/test-classes").toUri().toURL().toString());
    main.put(new Attributes.Name("Add-Opens"), "java.base/java.lang");
    Path jar = folder.resolve("stand-in.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

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
    if (!Object.class.getModule().isOpen("java.lang", StandInService.class.getModule())) {
      throw new IllegalStateException("what the manifest opens is closed");
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
