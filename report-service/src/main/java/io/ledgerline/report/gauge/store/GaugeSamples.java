package io.ledgerline.report.gauge.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.Level;
import io.ledgerline.report.gauge.Levels;
import io.ledgerline.report.gauge.Sample;
import io.ledgerline.report.gauge.SeriesKey;
import io.ledgerline.report.gauge.Weightings;
import io.ledgerline.report.rollup.store.Dictionary;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The samples of a tenant, as batches that were applied brought them. Those that were taken back
 * are left out. Read by a cursor: memory does not grow with samples. Blocking: for virtual threads.
 */
@ApplicationScoped
public class GaugeSamples {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int AT_ONCE = 5_000;
  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  private static final String SAMPLES =
      """
      SELECT s.at, r.source, r.resource, s.dimension_set, s.ended, s.meters, s.quantities,
        sum(s.sign) AS times
      FROM gauge_sample s JOIN gauge_resource r ON r.id = s.resource
      WHERE s.tenant = $1 AND s.at >= $2 AND s.at < $3
        AND ($4::timestamptz IS NULL OR s.posting_quarter < $4)
      GROUP BY s.at, r.source, r.resource, s.dimension_set, s.ended, s.meters, s.quantities
      HAVING sum(s.sign) > 0
      ORDER BY s.at, r.source COLLATE "C", r.resource COLLATE "C", s.ended, s.dimension_set,
        s.meters, s.quantities""";

  private final Pool database;
  private final WeightingStore weightings;

  GaugeSamples(Pool database, WeightingStore weightings) {
    this.database = database;
    this.weightings = weightings;
  }

  /**
   * Reads samples by rising time, those of one instant by source and resource; one for each event
   * that counts.
   *
   * @param from inclusive
   * @param to exclusive
   * @param watermark a posting quarter hour: what was posted from it on is not seen, be it a sample
   *     or what takes one back; null for all
   */
  public void read(
      TenantId tenant, Instant from, Instant to, Instant watermark, Consumer<Sample> taker) {
    SqlConnection connection = Awaiting.outcome(database.getConnection());
    try {
      Awaiting.outcome(connection.query(BEGIN).execute());
      read(connection, tenant, from, to, watermark, taker);
    } finally {
      end(connection);
    }
  }

  /** The same as a list, for spans of few samples. */
  public List<Sample> list(TenantId tenant, Instant from, Instant to, Instant watermark) {
    List<Sample> samples = new ArrayList<>();
    read(tenant, from, to, watermark, samples::add);
    return samples;
  }

  /**
   * Where each series of a tenant stands at an instant; see {@link Levels}.
   *
   * @param watermark as {@link #read} has it
   */
  public SortedMap<SeriesKey, Level> levels(TenantId tenant, Instant instant, Instant watermark) {
    Weightings known = Awaiting.outcome(weightings.of(tenant, null));
    Instant from = instant.minus(known.longest());
    return Levels.at(
        instant, list(tenant, from, instant.plus(1, ChronoUnit.MICROS), watermark), known::limit);
  }

  /** The same, as a transaction sees it that has begun. */
  public static void read(
      SqlConnection connection,
      TenantId tenant,
      Instant from,
      Instant to,
      Instant watermark,
      Consumer<Sample> taker) {
    Tuple values =
        Tuple.of(tenant.value(), Columns.utc(from), Columns.utc(to), Columns.utc(watermark));
    Dictionary words = new Dictionary(connection);
    PreparedStatement statement = Awaiting.outcome(connection.prepare(SAMPLES));
    Cursor cursor = statement.cursor(values);
    try {
      do {
        List<Row> rows = new ArrayList<>(AT_ONCE);
        Awaiting.outcome(cursor.read(AT_ONCE), LONG).forEach(rows::add);
        words.learn(rows.stream().map(row -> row.getLong("dimension_set")).toList());
        for (Row row : rows) {
          Sample sample = sample(row, words);
          for (long i = row.getLong("times"); i > 0; i--) {
            taker.accept(sample);
          }
        }
      } while (cursor.hasMore());
    } finally {
      Awaiting.outcome(cursor.close());
      Awaiting.outcome(statement.close());
    }
  }

  private static Sample sample(Row row, Dictionary words) {
    SortedMap<MeterName, BigDecimal> quantities = new TreeMap<>();
    Integer[] meters = row.getArrayOfIntegers("meters");
    Numeric[] values = row.getArrayOfNumerics("quantities");
    for (int i = 0; i < meters.length; i++) {
      quantities.put(words.meter(meters[i]), values[i].bigDecimalValue());
    }
    return new Sample(
        row.getString("source"),
        row.getString("resource"),
        row.getOffsetDateTime("at").toInstant(),
        words.dimensions(row.getLong("dimension_set")),
        row.getBoolean("ended"),
        quantities);
  }

  private static void end(SqlConnection connection) {
    try {
      Awaiting.outcome(connection.query("ROLLBACK").execute());
    } finally {
      Awaiting.outcome(connection.close());
    }
  }
}
