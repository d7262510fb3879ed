package io.ledgerline.local.parts;

import io.ledgerline.local.mail.MailServer;
import io.ledgerline.local.postgres.LedgerlineDatabase;
import io.ledgerline.local.postgres.PostgresServer;
import io.ledgerline.local.store.StoreServer;
import java.util.Map;

/**
 * How to reach each part, with what it takes to log in.
 *
 * @param postgres the database server
 * @param kafka the broker
 * @param smtp the mail server
 * @param imap the mailbox
 * @param s3 the object store
 */
public record PartsDescription(Postgres postgres, Kafka kafka, Smtp smtp, Imap imap, S3 s3) {
  private static final String LOOPBACK = "127.0.0.1";

  /** The parts at these ports with these secrets. */
  public static PartsDescription of(PartPorts ports, Secrets secrets) {
    return new PartsDescription(
        new Postgres(
            LOOPBACK,
            ports.postgres(),
            LedgerlineDatabase.NAME,
            PostgresServer.ADMIN,
            secrets.postgresAdmin(),
            secrets.roles()),
        new Kafka(LOOPBACK + ":" + ports.kafka()),
        new Smtp(LOOPBACK, ports.smtp()),
        new Imap(LOOPBACK, ports.imap(), MailServer.USER, secrets.mailbox()),
        new S3(
            StoreServer.endpoint(ports.s3()),
            StoreServer.REGION,
            secrets.s3AccessKey(),
            secrets.s3SecretKey()));
  }

  /**
   * The database server.
   *
   * @param host where it is
   * @param port its port
   * @param database the suite's database
   * @param adminUser the superuser
   * @param adminPassword its password
   * @param roles password by role
   */
  public record Postgres(
      String host,
      int port,
      String database,
      String adminUser,
      String adminPassword,
      Map<String, String> roles) {
    /** The suite's database for a JDBC driver. */
    public String jdbcUrl() {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
  }

  /**
   * The broker.
   *
   * @param bootstrapServers host and port
   */
  public record Kafka(String bootstrapServers) {}

  /**
   * The mail server.
   *
   * @param host where it is
   * @param port its port
   */
  public record Smtp(String host, int port) {}

  /**
   * The mailbox that catches every message.
   *
   * @param host where it is
   * @param port its port
   * @param user who may read it
   * @param password with this
   */
  public record Imap(String host, int port, String user, String password) {}

  /**
   * The object store.
   *
   * @param endpoint its URL
   * @param region the region to sign for
   * @param accessKey its access key
   * @param secretKey its secret key
   */
  public record S3(String endpoint, String region, String accessKey, String secretKey) {}
}
