package io.ledgerline.system.chaos.check;

import io.ledgerline.system.chaos.load.Generator;
import io.ledgerline.system.chaos.load.Sums;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What the database itself holds, counted by SQL of our own and by none of the services' code. */
public final class DatabaseCounts {
  private static final String LEDGER =
      """
      SELECT d.source_account, q.meter, sum(d.sign * q.value)
      FROM ingest.ledger_event e
      JOIN ingest.dimension_set d ON d.id = e.dimension_set_id
      JOIN ingest.source s ON s.id = d.source_id
      CROSS JOIN LATERAL (
        SELECT * FROM unnest(d.meters, string_to_array(e.quantities, ',')::numeric[]) m (meter, value)
        UNION ALL SELECT ?, 1) q
      WHERE starts_with(s.name, ?)
      GROUP BY 1, 2
      """;

  private static final String ROLLUPS =
      """
      SELECT d.source_account, CASE WHEN r.meter = 0 THEN ? ELSE m.name END,
        sum(CASE WHEN r.meter = 0 THEN r.events ELSE r.quantity END)
      FROM report.rollup r
      JOIN report.dimension_set d ON d.id = r.dimension_set
      LEFT JOIN report.meter_name m ON m.id = r.meter
      WHERE starts_with(d.source_account, ?)
      GROUP BY 1, 2
      """;

  private static final String OPEN =
      """
      SELECT count(*) FILTER (WHERE published_at IS NULL AND confirmed_at IS NULL),
        count(*) FILTER (WHERE confirmed_at IS NULL),
        count(*) FILTER (WHERE seal_no IS NULL),
        count(*) FILTER (WHERE dead_lettered_at IS NOT NULL)
      FROM ingest.batch
      """;

  private static final String KEYS =
      """
      SELECT count(*) FROM ingest.event_key k JOIN ingest.source s ON s.id = k.source_id
      WHERE starts_with(s.name, ?)
      """;

  private DatabaseCounts() {}

  /** Sums over the ledger's rows. */
  public static Sums ledger(Connection database, Generator generator) throws SQLException {
    return sums(database, LEDGER, generator.sourcePrefix());
  }

  /** Sums over report-service's rollups. */
  public static Sums rollups(Connection database, Generator generator) throws SQLException {
    return sums(database, ROLLUPS, generator.accountPrefix());
  }

  /** How many identity keys there are. */
  public static long keys(Connection database, Generator generator) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(KEYS)) {
      statement.setString(1, generator.sourcePrefix());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** How far the ledger's batches are on their way. */
  public static Pipe pipe(Connection database) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OPEN);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Pipe(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }
  }

  private static Sums sums(Connection database, String sql, String prefix) throws SQLException {
    Sums sums = new Sums();
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setString(1, Sums.EVENTS);
      statement.setString(2, prefix);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sums.add(rows.getString(1), rows.getString(2), rows.getBigDecimal(3));
        }
      }
    }
    return sums;
  }

  /**
   * Batches that are not done.
   *
   * @param unpublished not known to be at the broker
   * @param unconfirmed not known to be rolled up
   * @param unsealed without a place in the ledger's order
   * @param dead given up
   */
  public record Pipe(long unpublished, long unconfirmed, long unsealed, long dead) {
    /** Whether nothing is on its way any more. */
    public boolean isEmpty() {
      return unconfirmed == 0 && unsealed == 0;
    }

    @Override
    public String toString() {
      return "%d batches unpublished, %d unconfirmed, %d unsealed, %d dead-lettered"
          .formatted(unpublished, unconfirmed, unsealed, dead);
    }
  }
}
