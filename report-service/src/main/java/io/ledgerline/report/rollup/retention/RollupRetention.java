package io.ledgerline.report.rollup.retention;

import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.rollup.store.PartitionDrop;
import io.ledgerline.report.rollup.store.RollupPartitions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Looks after the partitions as time goes by, on every replica; the database sees to it that one at
 * a time does. Intake never waits for it.
 */
@ApplicationScoped
public class RollupRetention {
  private static final Logger LOG = Logger.getLogger(RollupRetention.class);

  private final SchemaMigration schema;
  private final RollupPartitions partitions;
  private final PartitionDrop drop;
  private final RetentionConfig config;
  private final Clock clock;

  RollupRetention(
      SchemaMigration schema,
      RollupPartitions partitions,
      PartitionDrop drop,
      RetentionConfig config,
      Clock clock) {
    this.schema = schema;
    this.partitions = partitions;
    this.drop = drop;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${ledgerline.rollup-retention.every:1h}",
      delayed = "10s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    if (!schema.isReady()) {
      return Uni.createFrom().voidItem();
    }
    return apply()
        .onFailure()
        .invoke(e -> LOG.warnf("Partitions of rollups are looked after later: %s", e))
        .onFailure()
        .recoverWithNull();
  }

  /** Makes what will be needed and drops what is not kept any more. */
  Uni<Void> apply() {
    YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    List<YearMonth> ahead =
        Stream.iterate(now, month -> month.plusMonths(1)).limit(1L + config.aheadMonths()).toList();
    return partitions
        .ensure(ahead)
        .chain(
            () ->
                config.keepMonths().isPresent()
                    ? drop.before(now.minusMonths(Math.max(1, config.keepMonths().getAsInt())))
                    : Uni.createFrom().item(List.of()))
        .invoke(
            dropped -> {
              if (!dropped.isEmpty()) {
                LOG.infof("Rollups of %s are dropped: the policy keeps them no longer", dropped);
              }
            })
        .replaceWithVoid();
  }
}
