package io.ledgerline.report.rollup.store;

import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Tables that are built next to partitions. From {@link #begin} on appliers write to both; {@link
 * #swap} puts the new one in the old one's place. Both keep appliers back for a moment. A reader in
 * the way makes the swap fail at once, rather than make everybody queue up behind it; a lock that
 * does not come within two seconds makes either fail. Then nothing has happened, and they can be
 * tried again.
 */
@ApplicationScoped
public class ShadowTables {
  private static final String SHORT_WAIT = "SET LOCAL lock_timeout = '2s'";
  private static final String NO_READERS = "LOCK TABLE ONLY rollup IN ACCESS EXCLUSIVE MODE NOWAIT";
  private static final String OF_MONTH = "SELECT table_name FROM rollup_shadow WHERE month = $1";
  private static final String ADD =
      "INSERT INTO rollup_shadow (month, table_name, job) VALUES ($1, $2, $3)";
  private static final String REMOVE = "DELETE FROM rollup_shadow WHERE month = $1";
  private static final String FORGET = "DELETE FROM rebuilt_batch WHERE table_name = $1";
  private static final String IS_ATTACHED =
      "SELECT count(*) > 0 FROM pg_inherits WHERE inhparent = 'rollup'::regclass"
          + " AND inhrelid = to_regclass($1)";

  private static final String TENANTS =
      """
      SELECT DISTINCT tenant FROM applied_batch WHERE charge_to >= $1 AND charge_from < $2
      UNION
      SELECT d.tenant FROM dimension_set d WHERE d.id IN (
        SELECT DISTINCT dimension_set FROM rollup WHERE charge_quarter >= $1 AND charge_quarter < $2)
      """;

  private static final String UNKNOWN =
      """
      applied_batch a WHERE a.charge_to >= $1 AND a.charge_from < $2
        AND NOT EXISTS (SELECT FROM rebuilt_batch r
          WHERE r.table_name = $3 AND r.batch_id = a.batch_id)""";

  private final Pool database;

  ShadowTables(Pool database) {
    this.database = database;
  }

  /**
   * Makes an empty table for a month; from its commit on appliers write to it as well. What an
   * earlier attempt left is thrown away.
   *
   * @param also is done in the same transaction
   * @return its name
   */
  public Uni<String> begin(
      YearMonth month, UUID job, long attempt, Function<SqlConnection, Uni<Void>> also) {
    String table =
        "%s_%s_%d".formatted(PartitionTable.of(month), job.toString().substring(0, 8), attempt);
    return database.withTransaction(
        tx ->
            alone(tx)
                .chain(() -> discard(tx, month))
                .chain(() -> run(tx, PartitionTable.create(table)))
                .chain(() -> run(tx, PartitionTable.bound(table, month)))
                .chain(
                    () ->
                        tx.preparedQuery(ADD)
                            .execute(Tuple.of(month.atDay(1), table, job))
                            .chain(() -> also.apply(tx)))
                .replaceWith(table));
  }

  /** Throws a month's new table away; appliers write to the old one alone again. */
  public Uni<Void> abandon(YearMonth month) {
    return database.withTransaction(tx -> alone(tx).chain(() -> discard(tx, month)));
  }

  /** Whether this table is still the one that appliers write to. */
  public Uni<Boolean> isThere(YearMonth month, String table) {
    return database
        .preparedQuery(OF_MONTH)
        .execute(Tuple.of(month.atDay(1)))
        .map(rows -> rows.size() == 1 && rows.iterator().next().getString(0).equals(table));
  }

  /** All tenants that the month's rollups or applied batches know. */
  public Uni<Set<TenantId>> tenants(YearMonth month) {
    return database
        .preparedQuery(TENANTS)
        .execute(span(month))
        .map(
            rows -> {
              Set<TenantId> tenants = new HashSet<>();
              rows.forEach(row -> tenants.add(new TenantId(row.getString(0))));
              return tenants;
            });
  }

  /** How many batches of the month were applied that are not in its new table. */
  public Uni<Long> unknown(YearMonth month, String table) {
    return database
        .preparedQuery("SELECT count(*) FROM " + UNKNOWN)
        .execute(span(month).addString(table))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * Puts the new table in the partition's place and drops the old one, all or nothing.
   *
   * @param removeUnknown whether notes of batches that are not in the new table go, too
   * @param also is done in the same transaction
   */
  public Uni<Void> swap(
      YearMonth month,
      String table,
      boolean removeUnknown,
      Function<SqlConnection, Uni<Void>> also) {
    String partition = PartitionTable.of(month);
    return database.withTransaction(
        tx ->
            alone(tx)
                .chain(() -> run(tx, NO_READERS))
                .chain(() -> removeUnknown ? deleteUnknown(tx, month, table) : nothing())
                .chain(() -> detach(tx, partition))
                .chain(() -> run(tx, PartitionTable.attach(table, month)))
                .chain(() -> run(tx, PartitionTable.unbound(table)))
                .chain(() -> run(tx, "ALTER TABLE %s RENAME TO %s".formatted(table, partition)))
                .chain(() -> tx.preparedQuery(REMOVE).execute(Tuple.of(month.atDay(1))))
                .chain(() -> also.apply(tx)));
  }

  /** Forgets which batches are in a table that has been swapped in or thrown away. */
  public Uni<Void> forget(String table) {
    return database.preparedQuery(FORGET).execute(Tuple.of(table)).replaceWithVoid();
  }

  private static Uni<Void> alone(SqlConnection tx) {
    return run(tx, SHORT_WAIT).chain(() -> RollupTables.lock(tx));
  }

  private static Uni<Void> detach(SqlConnection tx, String partition) {
    return tx.preparedQuery(IS_ATTACHED)
        .execute(Tuple.of(partition))
        .chain(
            rows ->
                rows.iterator().next().getBoolean(0)
                    ? run(tx, "ALTER TABLE rollup DETACH PARTITION " + partition)
                        .chain(() -> run(tx, "DROP TABLE " + partition))
                    : nothing());
  }

  private static Uni<Void> deleteUnknown(SqlConnection tx, YearMonth month, String table) {
    Tuple ofMonth = span(month).addString(table);
    return tx.preparedQuery(
            "DELETE FROM gauge_sample WHERE batch_id IN (SELECT a.batch_id FROM " + UNKNOWN + ")")
        .execute(ofMonth)
        .chain(() -> tx.preparedQuery("DELETE FROM " + UNKNOWN).execute(ofMonth))
        .replaceWithVoid();
  }

  private static Uni<Void> discard(SqlConnection tx, YearMonth month) {
    return tx.preparedQuery(OF_MONTH)
        .execute(Tuple.of(month.atDay(1)))
        .chain(tables -> discardAll(tx, tables))
        .chain(() -> tx.preparedQuery(REMOVE).execute(Tuple.of(month.atDay(1))))
        .replaceWithVoid();
  }

  private static Uni<Void> discardAll(SqlConnection tx, RowSet<Row> tables) {
    return Multi.createFrom()
        .iterable(tables)
        .onItem()
        .transformToUniAndConcatenate(
            row ->
                run(tx, "DROP TABLE IF EXISTS " + row.getString(0))
                    .chain(() -> tx.preparedQuery(FORGET).execute(Tuple.of(row.getString(0)))))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> run(SqlConnection tx, String sql) {
    return tx.query(sql).execute().replaceWithVoid();
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  /** A month as {@code timestamptz} bounds, from and to. */
  static Tuple span(YearMonth month) {
    return Tuple.tuple()
        .addOffsetDateTime(start(month.atDay(1)))
        .addOffsetDateTime(start(month.plusMonths(1).atDay(1)));
  }

  private static OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
