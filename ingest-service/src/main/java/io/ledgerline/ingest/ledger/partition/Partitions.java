package io.ledgerline.ingest.ledger.partition;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Sees to it that a month has its partition before an event of it is written. Always outside the
 * events' transactions: making a table there would hold its locks until their commit. Replicas do
 * not get into each other's way; the database function {@code ensure_ledger_partition} tells how.
 */
@ApplicationScoped
public class Partitions {
  private static final Logger LOG = Logger.getLogger(Partitions.class);

  private final Pool pool;
  private final Horizon horizon;

  /** Months from 2000 on: a few hundred at most. */
  private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

  Partitions(Pool pool, Horizon horizon) {
    this.pool = pool;
    this.horizon = horizon;
  }

  /**
   * Completes when every one of these charge times has a partition, but for those before the
   * horizon: whoever writes them finds out.
   */
  public Uni<Void> ensure(Collection<Instant> times) {
    return Uni.createFrom()
        .deferred(() -> made(times))
        .onFailure(Horizon::isClosedMonth)
        .recoverWithUni(() -> horizon.refresh().chain(() -> made(times)));
  }

  private Uni<Void> made(Collection<Instant> times) {
    List<LocalDate> missing =
        times.stream()
            .filter(time -> !horizon.isClosed(time))
            .map(Partitions::monthOf)
            .distinct()
            .filter(month -> !known.contains(month))
            .sorted()
            .toList();
    if (missing.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createFrom()
        .iterable(missing)
        .onItem()
        .transformToUniAndConcatenate(this::make)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<LocalDate> make(LocalDate month) {
    return pool.preparedQuery("SELECT ensure_ledger_partition($1)")
        .execute(Tuple.of(month))
        .invoke(
            rows -> {
              if (rows.iterator().next().getBoolean(0)) {
                LOG.infof("Made the ledger's partition of %tY-%<tm", month);
              }
              known.add(month);
            })
        .replaceWith(month);
  }

  private static LocalDate monthOf(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).withDayOfMonth(1);
  }
}
