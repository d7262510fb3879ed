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
  private static final String IS_THERE =
      "SELECT count(*) > 0 FROM pg_inherits WHERE inhparent = 'rollup'::regclass"
          + " AND inhrelid = to_regclass($1)";

  private final Pool database;
  private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();

  RollupPartitions(Pool database) {
    this.database = database;
  }

  /** Makes what is missing for these months. */
  Uni<Void> ensure(Collection<YearMonth> months) {
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
                    .chain(() -> transaction.preparedQuery(IS_THERE).execute(Tuple.of(name(month))))
                    .chain(
                        rows ->
                            rows.iterator().next().getBoolean(0)
                                ? Uni.createFrom().voidItem()
                                : make(transaction, month)))
        .invoke(() -> known.add(month));
  }

  private static Uni<Void> make(SqlConnection transaction, YearMonth month) {
    String table = name(month);
    return transaction
        .query("CREATE TABLE %s (LIKE rollup INCLUDING ALL)".formatted(table))
        .execute()
        .chain(
            () ->
                transaction
                    .query(
                        "ALTER TABLE rollup ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                            .formatted(table, start(month), start(month.plusMonths(1))))
                    .execute())
        .replaceWithVoid();
  }

  private static String name(YearMonth month) {
    return "rollup_y%04dm%02d".formatted(month.getYear(), month.getMonthValue());
  }

  private static String start(YearMonth month) {
    return "%04d-%02d-01 00:00:00+00".formatted(month.getYear(), month.getMonthValue());
  }
}
