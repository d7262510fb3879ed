package io.ledgerline.report.rollup.store;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rollups' partitions, one per month (UTC) of the charge quarter hour. A missing one is made
 * apart and then attached, which does not stop writers of the others.
 */
@ApplicationScoped
public class RollupPartitions {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.rollup partitions'))";
  private static final String NEEDED =
      "SELECT NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = 'rollup'::regclass"
          + " AND inhrelid = to_regclass($1))"
          + " AND NOT EXISTS (SELECT FROM rollup_horizon WHERE kept_from > $2)";

  private final Pool database;
  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

  RollupPartitions(Pool database) {
    this.database = database;
  }

  /** Makes what is missing for these months; months whose rollups were dropped stay dropped. */
  public Uni<Void> ensure(Collection<YearMonth> months) {
    List<YearMonth> missing =
        months.stream().filter(m -> !known.contains(m)).distinct().sorted().toList();
    return Multi.createFrom()
        .iterable(missing)
        .onItem()
        .transformToUniAndConcatenate(this::ensure)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Looks again next time: a partition may have been dropped meanwhile. */
  void forget() {
    known.clear();
  }

  private Uni<Void> ensure(YearMonth month) {
    return database
        .withTransaction(
            transaction ->
                transaction
                    .query(LOCK)
                    .execute()
                    .chain(
                        () ->
                            transaction
                                .preparedQuery(NEEDED)
                                .execute(Tuple.of(PartitionTable.of(month), month.atDay(1))))
                    .chain(
                        rows ->
                            rows.iterator().next().getBoolean(0)
                                ? make(transaction, month)
                                : Uni.createFrom().voidItem()))
        .invoke(() -> known.add(month));
  }

  private static Uni<Void> make(SqlConnection transaction, YearMonth month) {
    String table = PartitionTable.of(month);
    return transaction
        .query(PartitionTable.create(table))
        .execute()
        .chain(() -> transaction.query(PartitionTable.attach(table, month)).execute())
        .replaceWithVoid();
  }
}
