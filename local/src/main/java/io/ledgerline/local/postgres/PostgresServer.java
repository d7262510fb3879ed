package io.ledgerline.local.postgres;

import io.ledgerline.local.process.Commands;
import io.ledgerline.local.process.Folders;
import io.ledgerline.local.process.Forker;
import io.ledgerline.local.process.Ports;
import io.ledgerline.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL server as a child process: durable settings, loopback only, password
 * authentication. It stops when this process dies, however it dies.
 */
public final class PostgresServer implements AutoCloseable {
  /** The name of the superuser. */
  public static final String ADMIN = "postgres";

  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 30;

  private final Path folder;
  private final Path log;
  private final Path binaries;
  private final ServerAccount account;
  private final int port;
  private volatile Process process;

  private PostgresServer(Path folder, Path log, Path binaries, ServerAccount account, int port) {
    this.folder = folder;
    this.log = log;
    this.binaries = binaries;
    this.account = account;
    this.port = port;
  }

  /**
   * Prepares the server's files, without starting it: unpacks the binaries and makes the data
   * folder where either is missing.
   *
   * @param folder where its data is kept
   * @param log where it writes what it says
   * @param binaries where the unpacked binaries are kept, to be shared by several servers
   * @param adminPassword the superuser's password; ignored where the data is there already
   * @throws IOException when it cannot be prepared, with a sentence for the user
   */
  public static PostgresServer prepare(
      Path folder, Path log, Path binaries, int port, String adminPassword) throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(log.toAbsolutePath().getParent());
    PostgresServer server =
        new PostgresServer(
            folder.toAbsolutePath(),
            log,
            PostgresBinaries.in(binaries.toAbsolutePath()),
            ServerAccount.find(),
            port);
    if (!Files.exists(server.data().resolve("PG_VERSION"))) {
      server.initialise(adminPassword);
    }
    return server;
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void initialise(String adminPassword) throws IOException {
    Path part = folder.resolve("data.part");
    Folders.delete(part);
    Files.createDirectories(part);
    Path password = folder.resolve("admin.password");
    PrivateFiles.write(password, adminPassword + "\n");
    account.hand(folder);
    List<String> initdb =
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "--pgdata=" + part,
            "--username=" + ADMIN,
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8");
    Commands.Outcome done = Commands.run(account.command(initdb));
    Files.delete(password);
    if (done.exit() != 0) {
      throw new IOException("PostgreSQL could not make its data folder: " + done.output());
    }
    Files.move(part, data());
  }

  /**
   * Starts the server and waits until it accepts connections.
   *
   * @throws IOException when it ends instead, with the last thing it said
   */
  public PostgresServer start() throws IOException {
    LeftoverServer.stop(data());
    account.hand(folder);
    if (!Ports.isFree(port)) {
      throw new IOException("Port " + port + " is in use");
    }
    process =
        Forker.start(
            new ProcessBuilder(account.command(command()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    process.getOutputStream().close();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!ready()) {
      if (ended(50)) {
        throw new IOException(
            "PostgreSQL ended with status " + process.exitValue() + "; its log is " + log);
      }
      if (System.nanoTime() > end) {
        close();
        throw new IOException(
            "PostgreSQL was not ready within " + START_SECONDS + " s; its log is " + log);
      }
    }
    return this;
  }

  /** The postmaster says in its pid file when it accepts connections. */
  private boolean ready() throws IOException {
    Path file = data().resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return false;
    }
    List<String> lines = Files.readAllLines(file);
    return lines.size() > 7 && lines.get(7).strip().equals("ready") && Ports.answers(port);
  }

  private List<String> command() {
    return List.of(
        binaries.resolve("bin/postgres").toString(),
        "-D",
        data().toString(),
        "-p",
        Integer.toString(port),
        "-c",
        "listen_addresses=127.0.0.1",
        "-c",
        "unix_socket_directories=",
        "-c",
        "fsync=on",
        "-c",
        "synchronous_commit=on",
        "-c",
        "shared_buffers=512MB",
        "-c",
        "max_wal_size=2GB",
        "-c",
        "max_connections=150",
        "-c",
        "timezone=UTC",
        "-c",
        "log_timezone=UTC",
        "-c",
        "password_encryption=scram-sha-256");
  }

  private boolean ended(long millis) throws IOException {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was starting", e);
    }
  }

  /** The running server's process. */
  public Process process() {
    return process;
  }

  /** Stops the server: open transactions are rolled back, what is committed stays. */
  @Override
  public void close() {
    if (process == null || !process.isAlive()) {
      return;
    }
    try {
      Commands.run(List.of("kill", "-INT", Long.toString(process.pid())));
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
