package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.ingest.ledger.partition.Horizon;
import io.ledgerline.ingest.ledger.partition.Partitions;
import io.ledgerline.platform.problem.DependencyFailures;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The ledger in PostgreSQL: prepares events, sees to their partitions and has them recorded. */
@ApplicationScoped
class PgLedgerWriter implements LedgerWriter {
  private final Preparation preparation;
  private final Partitions partitions;
  private final Horizon horizon;
  private final GroupCommit groups;

  PgLedgerWriter(
      Preparation preparation, Partitions partitions, Horizon horizon, GroupCommit groups) {
    this.preparation = preparation;
    this.horizon = horizon;
    this.partitions = partitions;
    this.groups = groups;
  }

  @Override
  public Uni<List<Outcome>> record(
      TenantId tenant, List<UsageEvent> events, Afterwards afterwards) {
    return preparation
        .prepare(tenant, events)
        .call(
            prepared ->
                partitions.ensure(prepared.candidates().stream().map(Candidate::time).toList()))
        .chain(prepared -> submit(new Call(prepared, afterwards)))
        .onFailure(DependencyFailures::isAway)
        .transform(away -> new DependencyUnavailable("the database", away));
  }

  @Override
  public Optional<Reason> fault(UsageEvent event) {
    return preparation
        .rejection(event)
        .map(Outcome::reason)
        .or(
            () ->
                event.time() != null && horizon.isClosed(event.time())
                    ? Optional.of(horizon.reason())
                    : Optional.empty());
  }

  private Uni<List<Outcome>> submit(Call call) {
    Uni<List<Outcome>> answer =
        Uni.createFrom()
            .completionStage(
                () -> {
                  groups.submit(call);
                  return call.answer();
                });
    Context caller = Vertx.currentContext();
    return caller == null
        ? answer
        : answer.emitOn(task -> caller.runOnContext(ignored -> task.run()));
  }
}
