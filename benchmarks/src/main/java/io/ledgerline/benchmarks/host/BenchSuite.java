package io.ledgerline.benchmarks.host;

import io.ledgerline.benchmarks.load.Target;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.parts.PartsDescription;
import io.ledgerline.local.suite.Progress;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.Suite;
import io.ledgerline.local.suite.SuiteException;
import io.ledgerline.local.suite.SuiteFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A suite that is up, as the benchmark uses it: its doors, its database, its processes. */
public final class BenchSuite implements AutoCloseable {
  private final Suite suite;
  private final SuiteFolder folder;
  private final int portOffset;
  private final Processes processes;
  private final Connection database;

  private BenchSuite(Suite suite, SuiteFolder folder, int portOffset) throws SQLException {
    this.suite = suite;
    this.folder = folder;
    this.portOffset = portOffset;
    this.processes = new Processes(suite.state());
    PartsDescription.Postgres at = suite.parts().postgres();
    this.database = DriverManager.getConnection(at.jdbcUrl(), at.adminUser(), at.adminPassword());
  }

  /**
   * Starts it and waits until it is up.
   *
   * @param services which services, with settings that win over the usual ones
   * @throws SuiteException when it does not come up
   */
  public static BenchSuite start(
      SuiteFolder folder,
      int portOffset,
      Progress progress,
      Map<Service, Map<String, String>> services)
      throws SuiteException, IOException, InterruptedException, SQLException {
    return start(folder, portOffset, progress, services, List.of());
  }

  /**
   * The same with more for the services' JVMs.
   *
   * @param jvmOptions such as {@code -Xmx96m}
   */
  public static BenchSuite start(
      SuiteFolder folder,
      int portOffset,
      Progress progress,
      Map<Service, Map<String, String>> services,
      List<String> jvmOptions)
      throws SuiteException, IOException, InterruptedException, SQLException {
    Suite suite = Suite.startSome(folder, portOffset, progress, services, jvmOptions);
    try {
      suite.awaitUp();
      return new BenchSuite(suite, folder, portOffset);
    } catch (SuiteException | SQLException | InterruptedException e) {
      suite.close();
      throw e;
    }
  }

  /** The parts' places. */
  public PartsDescription parts() {
    return suite.parts();
  }

  /** What the parts use of the machine. */
  public Processes processes() {
    return processes;
  }

  /** Where events are recorded. */
  public Target events() throws IOException {
    return target("/api/v1/events", "recorded");
  }

  /** Where events are read and checked and no more. */
  public Target parseOnly() throws IOException {
    return target("/api/v1/events?dryRun=true", "valid");
  }

  /** A client of a service, by the key of the suite's admin. */
  public ApiClient api(Service service, Progress progress) throws IOException {
    return new ApiClient(
        service.module(),
        service.url(portOffset),
        Files.readString(folder.adminKey()).strip(),
        progress::line);
  }

  private Target target(String path, String counted) throws IOException {
    return new Target(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Service.INGEST.port(portOffset)),
        path,
        Files.readString(folder.adminKey()).strip(),
        counted);
  }

  /**
   * One number from the database, asked as its superuser.
   *
   * @throws SQLException when the server refuses
   */
  public synchronized long number(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Has PostgreSQL write all changed pages now, so that it does not do so in the middle of a
   * measurement, and every measurement begins alike.
   */
  public synchronized void checkpoint() throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      database.close();
    } finally {
      suite.close();
    }
  }
}
