package io.ledgerline.report.rating.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.gauge.Sample;
import io.ledgerline.report.gauge.store.GaugeSamples;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.rollup.store.Dictionary;
import io.ledgerline.report.store.Awaiting;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Usage as the rollups tell it, at one moment. Read by a cursor: memory does not grow with rows.
 * Blocking: for virtual threads.
 */
@ApplicationScoped
public class RollupUsage {
  private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  private static final String HORIZON = "SELECT kept_from FROM rollup_horizon";

  private final Pool database;

  RollupUsage(Pool database) {
    this.database = database;
  }

  /**
   * A part of the usage to be read.
   *
   * @param from inclusive, a quarter hour
   * @param to exclusive, a quarter hour
   * @param meters which; null for all
   */
  public record Part(Instant from, Instant to, Set<MeterName> meters) {}

  /**
   * Takes counts of events.
   *
   * @see #countEvents
   */
  @FunctionalInterface
  public interface EventTaker {
    /** Takes how many events of these dimensions a quarter hour has. */
    void take(Instant quarter, Dimensions dimensions, long events);
  }

  /**
   * Reads the parts one after the other, all of the same moment, each by rising time; lines of the
   * same time come in no order. Counts of events without a meter are left out, and sums of zero.
   *
   * @return since when rollups are kept; null when none was ever dropped
   */
  public Instant read(TenantId tenant, List<Part> parts, Consumer<UsageLine> taker) {
    return read(tenant, parts, taker, null, null);
  }

  /**
   * The same, and then, as of the same moment, the samples of a span.
   *
   * @param samples which; its meters do not matter; null for none
   * @param samplesTaker takes them by rising time
   */
  public Instant read(
      TenantId tenant,
      List<Part> parts,
      Consumer<UsageLine> taker,
      Part samples,
      Consumer<Sample> samplesTaker) {
    SqlConnection connection = Awaiting.outcome(database.getConnection());
    try {
      Awaiting.outcome(connection.query(BEGIN).execute());
      Instant keptFrom = keptFrom(connection);
      Dictionary words = new Dictionary(connection);
      for (Part part : parts) {
        try (UsageCursor cursor = new UsageCursor(connection, tenant, part, words)) {
          cursor.forEach(taker);
        }
      }
      if (samples != null) {
        GaugeSamples.read(connection, tenant, samples.from(), samples.to(), null, samplesTaker);
      }
      return keptFrom;
    } finally {
      end(connection);
    }
  }

  /**
   * Reads how many events there are, by rising time.
   *
   * @param from inclusive, a quarter hour
   * @param to exclusive, a quarter hour
   */
  public void countEvents(TenantId tenant, Instant from, Instant to, EventTaker taker) {
    SqlConnection connection = Awaiting.outcome(database.getConnection());
    try {
      Awaiting.outcome(connection.query(BEGIN).execute());
      Dictionary words = new Dictionary(connection);
      try (UsageCursor cursor = UsageCursor.ofEvents(connection, tenant, from, to, words)) {
        cursor.forEachCount(taker);
      }
    } finally {
      end(connection);
    }
  }

  private static Instant keptFrom(SqlConnection connection) {
    for (Row row : Awaiting.outcome(connection.preparedQuery(HORIZON).execute(Tuple.tuple()))) {
      return row.getLocalDate(0).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return null;
  }

  private static void end(SqlConnection connection) {
    try {
      Awaiting.outcome(connection.query("ROLLBACK").execute());
    } finally {
      Awaiting.outcome(connection.close());
    }
  }
}
