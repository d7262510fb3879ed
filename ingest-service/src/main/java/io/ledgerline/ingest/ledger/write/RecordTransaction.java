package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.Outcome;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happens inside the transaction that records a call's events. */
final class RecordTransaction {
  /**
   * What was done, true once it is committed.
   *
   * @param outcomes one per event of the call
   * @param batches the messages of what was accepted
   */
  record Done(List<Outcome> outcomes, List<UsageBatch> batches) {}

  private final TenantId tenant;
  private final Preparation.Prepared prepared;
  private final Duration relayAfter;

  /** The first candidate of each identity; only it can be recorded. */
  private final Map<UUID, Candidate> first = new LinkedHashMap<>();

  RecordTransaction(TenantId tenant, Preparation.Prepared prepared, Duration relayAfter) {
    this.tenant = tenant;
    this.prepared = prepared;
    this.relayAfter = relayAfter;
    prepared.candidates().forEach(c -> first.putIfAbsent(c.identity(), c));
  }

  Uni<Done> run(SqlConnection connection, Afterwards afterwards) {
    if (first.isEmpty()) {
      return finish(connection, afterwards, Set.of(), Map.of());
    }
    return KeyRows.claim(connection, first.values())
        .chain(
            fresh ->
                stored(connection, fresh)
                    .chain(bodies -> finish(connection, afterwards, fresh, bodies)));
  }

  private Uni<Map<UUID, UUID>> stored(SqlConnection connection, Set<UUID> fresh) {
    List<UUID> known = first.keySet().stream().filter(id -> !fresh.contains(id)).toList();
    return known.isEmpty() ? Uni.createFrom().item(Map.of()) : KeyRows.bodies(connection, known);
  }

  private Uni<Done> finish(
      SqlConnection connection, Afterwards afterwards, Set<UUID> fresh, Map<UUID, UUID> bodies) {
    List<Outcome> outcomes = outcomes(fresh, bodies);
    List<Candidate> accepted =
        first.values().stream().filter(c -> fresh.contains(c.identity())).toList();
    Uni<List<UsageBatch>> written =
        accepted.isEmpty()
            ? Uni.createFrom().item(List.of())
            : new BatchRows(tenant, accepted).write(connection, relayAfter);
    return written.chain(
        batches -> afterwards.in(connection, outcomes).map(done -> new Done(outcomes, batches)));
  }

  private List<Outcome> outcomes(Set<UUID> fresh, Map<UUID, UUID> bodies) {
    List<Outcome> outcomes = new ArrayList<>(prepared.outcomes());
    for (Candidate candidate : prepared.candidates()) {
      Candidate leader = first.get(candidate.identity());
      boolean isNew = fresh.contains(candidate.identity());
      Outcome outcome;
      if (isNew && leader == candidate) {
        outcome = Outcome.RECORDED;
      } else {
        UUID known = isNew ? leader.body() : bodies.get(candidate.identity());
        outcome = candidate.body().equals(known) ? Outcome.DUPLICATE : Outcome.CONFLICT;
      }
      outcomes.set(candidate.index(), outcome);
    }
    return List.copyOf(outcomes);
  }
}
