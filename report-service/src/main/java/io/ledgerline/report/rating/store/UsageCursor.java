package io.ledgerline.report.rating.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.rollup.store.Dictionary;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A part of the rollups by a cursor of the database, some thousands of sums at a time. Blocking.
 */
final class UsageCursor implements AutoCloseable {
  /** Adding up a year of many accounts takes its time before the first sum is there. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private static final int AT_ONCE = 5_000;

  private static final String SUMS =
      """
      SELECT r.charge_quarter, r.dimension_set, r.meter, sum(r.quantity)::text AS quantity,
        sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3 AND r.meter <> 0
        AND ($4::integer[] IS NULL OR r.meter = ANY ($4))
      GROUP BY r.charge_quarter, r.dimension_set, r.meter HAVING sum(r.quantity) <> 0
      ORDER BY r.charge_quarter""";

  /** A row without a meter counts events. */
  private static final String EVENTS =
      """
      SELECT r.charge_quarter, r.dimension_set, sum(r.events)::bigint AS events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
      WHERE d.tenant = $1 AND r.charge_quarter >= $2 AND r.charge_quarter < $3 AND r.meter = 0
      GROUP BY r.charge_quarter, r.dimension_set HAVING sum(r.events) <> 0
      ORDER BY r.charge_quarter""";

  private final Dictionary words;
  private final PreparedStatement statement;
  private final Cursor cursor;

  UsageCursor(SqlConnection connection, TenantId tenant, RollupUsage.Part part, Dictionary words) {
    this(
        connection,
        SUMS,
        Tuple.of(tenant.value(), Columns.utc(part.from()), Columns.utc(part.to()))
            .addArrayOfInteger(part.meters() == null ? null : words.numbers(part.meters())),
        words);
  }

  private UsageCursor(SqlConnection connection, String query, Tuple values, Dictionary words) {
    this.words = words;
    this.statement = Awaiting.outcome(connection.prepare(query));
    this.cursor = statement.cursor(values);
  }

  /** How many events there are, for {@link #forEachCount}. */
  static UsageCursor ofEvents(
      SqlConnection connection, TenantId tenant, Instant from, Instant to, Dictionary words) {
    return new UsageCursor(
        connection, EVENTS, Tuple.of(tenant.value(), Columns.utc(from), Columns.utc(to)), words);
  }

  void forEach(Consumer<UsageLine> taker) {
    forEachRow(row -> taker.accept(line(row)));
  }

  void forEachCount(RollupUsage.EventTaker taker) {
    forEachRow(
        row ->
            taker.take(
                Columns.instant(row, "charge_quarter"),
                words.dimensions(row.getLong("dimension_set")),
                row.getLong("events")));
  }

  private void forEachRow(Consumer<Row> taker) {
    do {
      List<Row> rows = new ArrayList<>(AT_ONCE);
      Awaiting.outcome(cursor.read(AT_ONCE), LONG).forEach(rows::add);
      words.learn(rows.stream().map(row -> row.getLong("dimension_set")).toList());
      rows.forEach(taker);
    } while (cursor.hasMore());
  }

  @Override
  public void close() {
    Awaiting.outcome(cursor.close().chain(statement::close));
  }

  private UsageLine line(Row row) {
    return new UsageLine(
        Columns.instant(row, "charge_quarter"),
        words.dimensions(row.getLong("dimension_set")),
        words.meter(row.getInteger("meter")),
        new BigDecimal(row.getString("quantity")),
        row.getLong("events"));
  }
}
