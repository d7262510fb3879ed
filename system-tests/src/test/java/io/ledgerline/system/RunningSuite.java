package io.ledgerline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.local.client.StoreClient;
import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.parts.Secrets;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.system.chaos.suite.ChaosSuite;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** One suite of packaged services for all tests of this JVM, started at the first use. */
final class RunningSuite {
  private static final int PORT_OFFSET = 2000;
  private static final int REPLICAS = 2;
  private static RunningSuite instance;

  private final Launcher launcher;
  private final PartsDescription parts;
  private final String adminKey;

  private RunningSuite(Launcher launcher) throws IOException {
    this.launcher = launcher;
    this.parts = PartsDescription.of(PartPorts.standard(PORT_OFFSET), Secrets.in(launcher.data()));
    this.adminKey = Files.readString(Path.of(status().path("adminKeyFile").asText())).strip();
  }

  /** The suite, up. */
  static synchronized RunningSuite get() throws IOException, InterruptedException {
    if (instance == null) {
      Launcher launcher = new Launcher(Launcher.emptyFolder("suite"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> down(launcher)));
      Launcher.Outcome up =
          launcher.run("up", "--detach", "--port-offset=" + PORT_OFFSET, "--replicas=" + REPLICAS);
      if (up.status() != 0) {
        throw new IOException("The suite did not come up:\n" + up.output());
      }
      instance = new RunningSuite(launcher);
    }
    return instance;
  }

  private static void down(Launcher launcher) {
    try {
      launcher.run("down");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same, to be disturbed and counted. */
  ChaosSuite chaos() {
    return new ChaosSuite(new SuiteFolder(launcher.data()), PORT_OFFSET, REPLICAS);
  }

  /** A connection of the database's superuser, to count independently; close it. */
  Connection database() throws SQLException {
    try {
      return chaos().database();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a part's process at once, as {@code kill -9} does; the launcher starts it again. */
  void kill(String part) throws IOException {
    if (!chaos().kill(part)) {
      throw new IOException(part + " does not run: " + status());
    }
  }

  /** Where a service is. */
  String urlOf(String service) {
    return Service.valueOf(service.toUpperCase(Locale.ROOT)).url(PORT_OFFSET);
  }

  /** A request to a service with the local admin key. */
  RequestSpecification to(String service) {
    return RestAssured.given()
        .baseUri(urlOf(service))
        .header("Authorization", "Bearer " + adminKey);
  }

  /** The object store's client; close it. */
  StoreClient store() {
    return new StoreClient(parts.s3());
  }

  /** Runs a command of the command line against this suite. */
  Launcher.Outcome command(String... arguments) throws IOException, InterruptedException {
    return launcher.run(arguments);
  }

  private JsonNode status() throws IOException {
    try {
      return new ObjectMapper().readTree(launcher.run("status", "--json").output());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
