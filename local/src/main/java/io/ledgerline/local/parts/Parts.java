package io.ledgerline.local.parts;

import io.ledgerline.local.kafka.KafkaBroker;
import io.ledgerline.local.mail.MailServer;
import io.ledgerline.local.postgres.LedgerlineDatabase;
import io.ledgerline.local.postgres.PostgresServer;
import io.ledgerline.local.store.StoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The embedded parts over one data folder, each started and stopped on its own. PostgreSQL is a
 * child process, the others live in this JVM. Different parts may be started from different threads
 * at once, but one part only from one thread at a time.
 */
public final class Parts implements AutoCloseable {
  private final Path data;
  private final PartPorts ports;
  private final Secrets secrets;
  private final Map<PartName, AutoCloseable> running = new EnumMap<>(PartName.class);

  /**
   * Nothing is started yet.
   *
   * @param data where all data is kept
   * @param ports where the parts listen
   * @param secrets what clients log in with
   */
  public Parts(Path data, PartPorts ports, Secrets secrets) {
    this.data = data;
    this.ports = ports;
    this.secrets = secrets;
  }

  /**
   * Starts a part and returns when it can be used.
   *
   * @throws IOException when it does not start, with a sentence for the user
   */
  public void start(PartName part) throws IOException {
    AutoCloseable started =
        switch (part) {
          case POSTGRES -> startPostgres();
          case KAFKA ->
              KafkaBroker.start(data.resolve("kafka"), ports.kafka(), ports.kafkaController());
          case MAIL ->
              MailServer.start(data.resolve("mail"), ports.smtp(), ports.imap(), secrets.mailbox());
          case S3 ->
              StoreServer.start(
                  data.resolve("s3"),
                  ports.s3(),
                  secrets.s3AccessKey(),
                  secrets.s3SecretKey(),
                  Buckets.ALL);
        };
    synchronized (running) {
      running.put(part, started);
    }
  }

  private PostgresServer startPostgres() throws IOException {
    PostgresServer server =
        PostgresServer.prepare(
                data.resolve("postgres"),
                data.resolve("logs/postgres.log"),
                binariesFolder(),
                ports.postgres(),
                secrets.postgresAdmin())
            .start();
    PartsDescription.Postgres at = describe().postgres();
    try {
      LedgerlineDatabase.create(
          new LedgerlineDatabase.Admin(at.host(), at.port(), at.adminUser(), at.adminPassword()),
          at.database(),
          at.roles());
      return server;
    } catch (SQLException e) {
      server.close();
      throw new IOException("PostgreSQL started, but the suite's database could not be made", e);
    }
  }

  /**
   * Beside this module's classes, where several data folders can share them; else with the data.
   */
  private Path binariesFolder() throws IOException {
    try {
      Path classes =
          Path.of(Parts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = classes.getParent();
      if (target.endsWith("target") && Files.isWritable(target)) {
        return target.resolve("postgres");
      }
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
    return data.resolve("postgres");
  }

  /** Stops a part; nothing happens when it does not run. */
  public void stop(PartName part) {
    AutoCloseable stopped;
    synchronized (running) {
      stopped = running.remove(part);
    }
    if (stopped == null) {
      return;
    }
    try {
      stopped.close();
    } catch (Exception e) {
      throw new IllegalStateException(part.text() + " did not stop", e);
    }
  }

  /** How to reach the parts. */
  public PartsDescription describe() {
    return PartsDescription.of(ports, secrets);
  }

  /** The database server's process, or null when it does not run. */
  public Process postgresProcess() {
    synchronized (running) {
      return running.get(PartName.POSTGRES) instanceof PostgresServer server
          ? server.process()
          : null;
    }
  }

  /** Stops all that runs, in reverse order. */
  @Override
  public void close() {
    for (PartName part : List.of(PartName.values()).reversed()) {
      stop(part);
    }
  }
}
