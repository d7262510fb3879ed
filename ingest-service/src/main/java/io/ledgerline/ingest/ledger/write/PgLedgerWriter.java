package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.CommitListener;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.partition.Partitions;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The ledger in PostgreSQL, over the reactive client. */
@ApplicationScoped
class PgLedgerWriter implements LedgerWriter {
  /** Serialisation failure and deadlock: nothing was done, doing it again is the remedy. */
  private static final Set<String> WORTH_REPEATING = Set.of("40001", "40P01");

  private static final int REPETITIONS = 5;

  private final Pool pool;
  private final Preparation preparation;
  private final Partitions partitions;
  private final List<CommitListener> listeners;
  private final LedgerConfig config;
  private final DistributionSummary batchSizes;

  PgLedgerWriter(
      Pool pool,
      Preparation preparation,
      Partitions partitions,
      @All List<CommitListener> listeners,
      LedgerConfig config,
      MeterRegistry metrics) {
    this.pool = pool;
    this.preparation = preparation;
    this.partitions = partitions;
    this.listeners = listeners;
    this.config = config;
    this.batchSizes =
        DistributionSummary.builder("ledgerline.ledger.batch.events")
            .description("Events in a committed batch")
            .register(metrics);
  }

  @Override
  public Uni<List<Outcome>> record(
      TenantId tenant, List<UsageEvent> events, Afterwards afterwards) {
    return preparation
        .prepare(tenant, events)
        .call(
            prepared ->
                partitions.ensure(
                    prepared.candidates().stream().map(c -> c.fact().time()).toList()))
        .chain(
            prepared ->
                commit(new RecordTransaction(tenant, prepared, config.relayAfter()), afterwards))
        .invoke(done -> announce(done.batches()))
        .map(RecordTransaction.Done::outcomes)
        .onFailure(DependencyFailures::isAway)
        .transform(away -> new DependencyUnavailable("the database", away));
  }

  private Uni<RecordTransaction.Done> commit(RecordTransaction transaction, Afterwards afterwards) {
    return pool.withTransaction(connection -> transaction.run(connection, afterwards))
        .onFailure(PgLedgerWriter::isWorthRepeating)
        .retry()
        .withBackOff(Duration.ofMillis(10), Duration.ofMillis(500))
        .withJitter(0.5)
        .atMost(REPETITIONS);
  }

  private static boolean isWorthRepeating(Throwable failure) {
    return failure instanceof PgException pg && WORTH_REPEATING.contains(pg.getSqlState());
  }

  private void announce(List<UsageBatch> batches) {
    if (!batches.isEmpty()) {
      batches.forEach(batch -> batchSizes.record(batch.facts().size()));
      listeners.forEach(listener -> listener.committed(batches));
    }
  }
}
