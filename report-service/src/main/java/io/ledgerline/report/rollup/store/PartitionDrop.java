package io.ledgerline.report.rollup.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Drops old partitions. First a horizon is set, so that no applier adds to them any more; then each
 * is detached while everybody goes on reading and writing, and its table is dropped. A crash in
 * between is taken up by the next call.
 */
@ApplicationScoped
public class PartitionDrop {
  private static final String KEY = "(hashtext(current_schema() || '.rollup retention'))";
  private static final String HORIZON =
      """
      INSERT INTO rollup_horizon AS h (kept_from)
      SELECT $1::date WHERE NOT EXISTS (SELECT FROM rollup_shadow WHERE month < $1::date)
      ON CONFLICT (single) DO UPDATE SET kept_from = excluded.kept_from
      WHERE h.kept_from < excluded.kept_from""";

  private static final String BEHIND = "SELECT kept_from >= $1 FROM rollup_horizon";

  private static final String TABLES =
      """
      SELECT c.relname, i.inhrelid IS NOT NULL AS attached, coalesce(i.inhdetachpending, false)
      FROM pg_class c LEFT JOIN pg_inherits i ON i.inhrelid = c.oid
      WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind = 'r'
        AND c.relname ~ '^rollup_y[0-9]{4}m[0-9]{2}$'
      ORDER BY c.relname""";

  private final Pool database;

  PartitionDrop(Pool database) {
    this.database = database;
  }

  /**
   * Drops the rollups of all months before this one. Does nothing while another replica does it, or
   * while one of those months is being rebuilt.
   *
   * @return the months dropped
   */
  public Uni<List<YearMonth>> before(YearMonth month) {
    return database.withConnection(
        connection ->
            connection
                .query("SELECT pg_try_advisory_lock" + KEY)
                .execute()
                .chain(
                    rows ->
                        rows.iterator().next().getBoolean(0)
                            ? drop(connection, month).eventually(() -> unlock(connection))
                            : Uni.createFrom().item(List.<YearMonth>of())));
  }

  private Uni<List<YearMonth>> drop(SqlConnection connection, YearMonth month) {
    return setHorizon(month)
        .call(set -> set ? forgetSamples(connection, month) : Uni.createFrom().voidItem())
        .chain(set -> set ? tables(connection, month) : Uni.createFrom().item(List.<Table>of()))
        .chain(
            tables ->
                Multi.createFrom()
                    .iterable(tables)
                    .onItem()
                    .transformToUniAndConcatenate(
                        table -> drop(connection, table).replaceWith(table.month()))
                    .collect()
                    .asList());
  }

  /** Samples go with the rollups of their time. */
  private static Uni<Void> forgetSamples(SqlClient connection, YearMonth month) {
    return connection
        .preparedQuery("DELETE FROM gauge_sample WHERE at < $1::timestamp AT TIME ZONE 'UTC'")
        .execute(Tuple.of(month.atDay(1).atStartOfDay()))
        .replaceWithVoid();
  }

  /** Whether appliers leave those months alone now. */
  private Uni<Boolean> setHorizon(YearMonth month) {
    Tuple first = Tuple.of(month.atDay(1));
    return database.withTransaction(
        tx ->
            tx.query("SET LOCAL lock_timeout = '2s'")
                .execute()
                .chain(() -> tx.preparedQuery(BEHIND).execute(first))
                .chain(
                    rows ->
                        rows.size() == 1 && rows.iterator().next().getBoolean(0)
                            ? Uni.createFrom().item(true)
                            : RollupTables.lock(tx)
                                .chain(() -> tx.preparedQuery(HORIZON).execute(first))
                                .map(done -> done.rowCount() > 0)));
  }

  private static Uni<List<Table>> tables(SqlClient connection, YearMonth before) {
    return connection
        .query(TABLES)
        .execute()
        .map(
            rows -> {
              List<Table> old = new ArrayList<>();
              rows.forEach(
                  row -> {
                    Table table = new Table(row.getString(0), row.getBoolean(1), row.getBoolean(2));
                    if (table.month().isBefore(before)) {
                      old.add(table);
                    }
                  });
              return old;
            });
  }

  /** Outside of a transaction, because detaching concurrently is two of its own. */
  private static Uni<Void> drop(SqlClient connection, Table table) {
    Uni<Void> detached =
        table.attached()
            ? run(
                connection,
                "ALTER TABLE rollup DETACH PARTITION %s %s"
                    .formatted(table.name(), table.pending() ? "FINALIZE" : "CONCURRENTLY"))
            : Uni.createFrom().voidItem();
    return detached.chain(() -> run(connection, "DROP TABLE IF EXISTS " + table.name()));
  }

  private static Uni<Void> unlock(SqlClient connection) {
    return run(connection, "SELECT pg_advisory_unlock" + KEY);
  }

  private static Uni<Void> run(SqlClient connection, String sql) {
    return connection.query(sql).execute().replaceWithVoid();
  }

  private record Table(String name, boolean attached, boolean pending) {
    YearMonth month() {
      return PartitionTable.monthOf(name);
    }
  }
}
