package io.ledgerline.benchmarks.limit;

import io.ledgerline.local.parts.PartsDescription;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The most this PostgreSQL takes: two connections, binary COPY, a commit after so many rows, into a
 * table with the ledger's columns and indexes and one unique random key of 16 bytes. No JSON, no
 * HTTP, no look-up, no answer, no outbox.
 */
public final class CopyLimit implements AutoCloseable {
  private static final int CONNECTIONS = 2;
  private static final double SECOND = 1e9;
  private static final List<String> TABLE =
      List.of(
          "CREATE SCHEMA IF NOT EXISTS bench",
          // Its vacuum must not disturb what is measured after it.
          """
          CREATE TABLE IF NOT EXISTS bench.raw_copy (
            charge_time timestamptz NOT NULL,
            batch_no bigint NOT NULL,
            dimension_set_id int NOT NULL,
            position smallint NOT NULL,
            id_uuid uuid,
            id_text text COLLATE "C",
            quantities text COLLATE "C" NOT NULL,
            labels jsonb,
            key uuid NOT NULL UNIQUE) WITH (autovacuum_enabled = off)""",
          """
          CREATE INDEX IF NOT EXISTS raw_copy_by_time ON bench.raw_copy
            USING brin (charge_time) WITH (pages_per_range = 32, autosummarize = on)""",
          """
          CREATE INDEX IF NOT EXISTS raw_copy_by_batch ON bench.raw_copy
            USING brin (batch_no) WITH (pages_per_range = 32, autosummarize = on)""");

  private final List<Connection> connections = new ArrayList<>();

  /**
   * Makes the table.
   *
   * @throws SQLException when the server refuses
   */
  public CopyLimit(PartsDescription.Postgres at) throws SQLException {
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(
          DriverManager.getConnection(at.jdbcUrl(), at.adminUser(), at.adminPassword()));
    }
    try (Statement statement = connections.getFirst().createStatement()) {
      for (String sql : TABLE) {
        statement.execute(sql);
      }
    }
  }

  /**
   * Copies for so long.
   *
   * @return rows a second
   * @throws IOException when the server refuses
   */
  public double rowsPerSecond(int rowsPerTransaction, Duration time)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Callable<Long>> copies = new ArrayList<>();
    for (Connection connection : connections) {
      copies.add(() -> copy(connection, rowsPerTransaction, end));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      long rows = 0;
      for (Future<Long> copy : threads.invokeAll(copies)) {
        rows += copy.get();
      }
      return rows / ((System.nanoTime() - begin) / SECOND);
    } catch (ExecutionException e) {
      throw new IOException("Raw COPY failed: " + e.getCause().getMessage(), e.getCause());
    }
  }

  private static long copy(Connection connection, int rowsPerTransaction, long end)
      throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    CopyRows source =
        new CopyRows(rowsPerTransaction, Instant.now(), ThreadLocalRandom.current().nextLong());
    long rows = 0;
    while (System.nanoTime() < end) {
      ByteBuffer bytes = source.next();
      CopyIn copy = postgres.getCopyAPI().copyIn("COPY bench.raw_copy FROM STDIN (FORMAT binary)");
      copy.writeToCopy(bytes.array(), 0, source.length());
      copy.endCopy();
      rows += rowsPerTransaction;
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
