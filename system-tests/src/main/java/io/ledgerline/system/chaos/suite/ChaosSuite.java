package io.ledgerline.system.chaos.suite;

import io.ledgerline.local.parts.PartPorts;
import io.ledgerline.local.parts.Secrets;
import io.ledgerline.local.postgres.LedgerlineDatabase;
import io.ledgerline.local.postgres.PostgresServer;
import io.ledgerline.local.process.Commands;
import io.ledgerline.local.suite.PartPhase;
import io.ledgerline.local.suite.Replica;
import io.ledgerline.local.suite.Service;
import io.ledgerline.local.suite.SuiteFolder;
import io.ledgerline.local.suite.SuiteState;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A running suite, seen from outside by somebody who may signal its processes.
 *
 * @param folder its data folder
 * @param portOffset what is added to its ports
 * @param replicas how many there are of each service
 */
public record ChaosSuite(SuiteFolder folder, int portOffset, int replicas) {
  /** Where the replicas of a service are. */
  public List<String> urls(Service service) {
    return IntStream.rangeClosed(1, replicas)
        .mapToObj(number -> new Replica(service, number).url(portOffset))
        .toList();
  }

  /** A client of a service's first replica. */
  public Api api(Service service) throws IOException {
    return new Api(urls(service).getFirst(), adminKey());
  }

  /** The key with all rights. */
  public String adminKey() throws IOException {
    return Files.readString(folder.adminKey()).strip();
  }

  /** A connection of the database's superuser, to count independently; close it. */
  public Connection database() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:"
            + PartPorts.standard(portOffset).postgres()
            + "/"
            + LedgerlineDatabase.NAME
            + "?connectTimeout=5",
        PostgresServer.ADMIN,
        Secrets.in(folder.data()).postgresAdmin());
  }

  /**
   * Sends {@code kill -9} to a part's process.
   *
   * @return whether it ran
   */
  public boolean kill(String part) {
    return process(part).map(ProcessHandle::destroyForcibly).orElse(false);
  }

  /**
   * Asks a part's process to end, as an orderly stop does; its launcher starts it again.
   *
   * @return whether it ran
   */
  public boolean terminate(String part) {
    return process(part).map(ProcessHandle::destroy).orElse(false);
  }

  /**
   * Stops a part's process where it stands, until {@link #resume}.
   *
   * @return whether it ran
   */
  public boolean pause(String part) throws IOException {
    return signal("STOP", process(part));
  }

  /** Lets it go on. */
  public boolean resume(String part) throws IOException {
    return signal("CONT", process(part));
  }

  /** Keeps what is killed dead until {@link #releaseLauncher}: nobody starts it again. */
  public void holdLauncher() throws IOException {
    signal("STOP", launcher());
  }

  /** Lets the launcher look after its parts again. */
  public void releaseLauncher() throws IOException {
    signal("CONT", launcher());
  }

  /** Kills one process of the database server that serves a connection of the services. */
  public boolean killBackend() throws IOException {
    try (Connection database = database();
        var statement = database.createStatement();
        var row =
            statement.executeQuery(
                "SELECT pid FROM pg_stat_activity WHERE usename IN ('ingest', 'report', 'notify')"
                    + " ORDER BY state = 'active' DESC, random() LIMIT 1")) {
      return row.next()
          && ProcessHandle.of(row.getLong(1)).map(ProcessHandle::destroyForcibly).orElse(false);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Whether every part is ready, as its launcher sees it. */
  public boolean isUp() {
    return state().filter(s -> s.parts().stream().allMatch(ChaosSuite::isReady)).isPresent();
  }

  /** Whether a part runs and is ready, as its launcher sees it. */
  public boolean isReady(String part) {
    return state().stream()
        .flatMap(state -> state.parts().stream())
        .anyMatch(each -> each.name().equals(part) && isReady(each));
  }

  /** Whether the launcher still lives: it ends when a part dies of itself again and again. */
  public boolean isAlive() {
    return launcher().isPresent();
  }

  private static boolean isReady(SuiteState.Part part) {
    return part.phase() == PartPhase.READY && alive(part).isPresent();
  }

  private static Optional<ProcessHandle> alive(SuiteState.Part part) {
    return Optional.ofNullable(part.process()).flatMap(mark -> mark.alive());
  }

  private Optional<SuiteState> state() {
    return SuiteState.read(folder.state());
  }

  private Optional<ProcessHandle> launcher() {
    return state().flatMap(state -> state.launcher().alive());
  }

  private Optional<ProcessHandle> process(String part) {
    return state().stream()
        .flatMap(state -> state.parts().stream())
        .filter(each -> each.name().equals(part))
        .findFirst()
        .flatMap(ChaosSuite::alive);
  }

  private static boolean signal(String name, Optional<ProcessHandle> process) throws IOException {
    return process.isPresent()
        && Commands.run(List.of("kill", "-" + name, Long.toString(process.get().pid()))).exit()
            == 0;
  }
}
