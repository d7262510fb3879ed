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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ledger in PostgreSQL: prepares events, sees to their partitions and has them recorded. */
@ApplicationScoped
class PgLedgerWriter implements LedgerWriter {
  private static final long SECONDS_PER_DAY = 86_400;

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
        .call(prepared -> partitions.ensure(days(prepared.candidates())))
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

  /** A time of each day, or of some twice: enough to tell the months. */
  private static List<Instant> days(List<Candidate> candidates) {
    List<Instant> days = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Candidate candidate : candidates) {
      long day = Math.floorDiv(candidate.time().getEpochSecond(), SECONDS_PER_DAY);
      if (day != last) {
        days.add(candidate.time());
        last = day;
      }
    }
    return days;
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
