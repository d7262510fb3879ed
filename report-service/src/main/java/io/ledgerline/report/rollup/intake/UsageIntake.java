package io.ledgerline.report.rollup.intake;

import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.RollupGrain;
import io.ledgerline.report.rollup.store.Applied;
import io.ledgerline.report.rollup.store.RollupStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * One poll, one transaction:
 *
 * <pre>
 * read ── unreadable ──► dead letters, alone
 *   │
 * apply all in one transaction ── poison among them ──► each alone, the poison to the dead letters
 *   │                         └── something is away ──► the same again, later
 * receipts ──► offsets are committed (the method's Uni completes)
 * </pre>
 *
 * A crash anywhere repeats the poll; what was applied is then a repeat and only answered again.
 */
@ApplicationScoped
public class UsageIntake {
  private static final Logger LOG = Logger.getLogger(UsageIntake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final SchemaMigration schema;
  private final RollupStore rollups;
  private final Receipts receipts;
  private final DeadLetters deadLetters;
  private final RollupMetrics metrics;
  private final RollupGrain grain;

  UsageIntake(
      SchemaMigration schema,
      RollupStore rollups,
      Receipts receipts,
      DeadLetters deadLetters,
      RollupMetrics metrics,
      RollupGrain grain) {
    this.schema = schema;
    this.rollups = rollups;
    this.receipts = receipts;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.grain = grain;
  }

  /** Takes a poll; completes when all of it is dealt with, however long that takes. */
  @Incoming("usage-recorded")
  Uni<Void> take(ConsumerRecords<String, byte[]> records) {
    return schema
        .ready()
        .chain(
            () ->
                Uni.createFrom()
                    .item(() -> Reading.of(records, grain))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .chain(
            reading ->
                setAside(reading.unreadable()).chain(() -> apply(reading.batches().values())));
  }

  private Uni<Void> apply(Collection<Reading.Readable> batches) {
    List<BatchTally> all = batches.stream().map(Reading.Readable::batch).toList();
    return untilDone("Usage waits to be rolled up", () -> rollups.apply(all))
        .chain(applied -> confirm(all, applied))
        .onFailure(Poison::isPoison)
        .recoverWithUni(
            poison ->
                batches.size() == 1
                    ? setAside(batches.iterator().next().source(), poison)
                    : eachAlone(batches));
  }

  private Uni<Void> eachAlone(Collection<Reading.Readable> batches) {
    return Multi.createFrom()
        .iterable(batches)
        .onItem()
        .transformToUniAndConcatenate(batch -> apply(List.of(batch)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> confirm(List<BatchTally> all, Map<UUID, Applied> applied) {
    metrics.applied(all, applied);
    return untilDone("Receipts for usage wait to be sent", () -> receipts.applied(all, applied));
  }

  private Uni<Void> setAside(List<Reading.Unreadable> unreadable) {
    return Multi.createFrom()
        .iterable(unreadable)
        .onItem()
        .transformToUniAndConcatenate(r -> setAside(r.source(), r.cause()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> setAside(ConsumerRecord<String, byte[]> record, Throwable cause) {
    return untilDone(
            "A poisonous record waits to be put aside",
            () ->
                deadLetters.send(record, cause).chain(() -> receipts.deadLettered(record.value())))
        .invoke(metrics::deadLettered);
  }

  /** Tries again and again, with longer pauses, whatever is away; poison passes through. */
  private static <T> Uni<T> untilDone(String what, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(failure -> !Poison.isPoison(failure))
        .invoke(failure -> LOG.warnf("%s: %s", what, failure))
        .onFailure(failure -> !Poison.isPoison(failure))
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }
}
