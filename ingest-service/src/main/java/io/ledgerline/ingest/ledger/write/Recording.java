package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.batch.NewBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What happens inside a transaction that records the events of some calls. Of the same event in two
 * of them the earlier call's is recorded, the other is a duplicate or a conflict, as if they had
 * come one after the other.
 */
final class Recording {
  /**
   * What was done, true once it is committed.
   *
   * @param outcomes for each call one per event
   * @param batches what was accepted
   * @param knownEvents whether some events were in the ledger already
   */
  record Done(List<List<Outcome>> outcomes, List<CommittedBatch> batches, boolean knownEvents) {}

  private final List<Call> calls;
  private final Duration relayAfter;

  /** The first candidate of each identity; only it can be recorded. */
  private final Map<UUID, Candidate> first = new LinkedHashMap<>();

  Recording(List<Call> calls, Duration relayAfter) {
    this.calls = calls;
    this.relayAfter = relayAfter;
    for (Call call : calls) {
      for (Candidate candidate : call.prepared().candidates()) {
        first.putIfAbsent(candidate.identity(), candidate);
      }
    }
  }

  /**
   * Runs it.
   *
   * @param hopeful whether to take it that no event is known; it fails with {@link
   *     KeyTable#UNIQUE_VIOLATION} when one is
   */
  Done run(Connection connection, boolean hopeful) throws SQLException {
    Set<UUID> fresh = Set.of();
    Map<UUID, Set<UUID>> bodies = Map.of();
    if (!first.isEmpty() && hopeful) {
      KeyTable.copy(connection, first.values());
      fresh = first.keySet();
    } else if (!first.isEmpty()) {
      fresh = KeyTable.claim(connection, first.values());
      if (fresh.size() < first.size()) {
        Set<UUID> known = new HashSet<>(first.keySet());
        known.removeAll(fresh);
        bodies = KeyTable.bodies(connection, known);
      }
    }
    List<CommittedBatch> batches = BatchTable.write(connection, batches(fresh), relayAfter);
    List<List<Outcome>> outcomes = new ArrayList<>(calls.size());
    for (Call call : calls) {
      List<Outcome> ofCall = outcomes(call, fresh, bodies);
      call.afterwards().in(connection, ofCall);
      outcomes.add(ofCall);
    }
    return new Done(outcomes, batches, fresh.size() < first.size());
  }

  private List<NewBatch> batches(Set<UUID> fresh) {
    Map<TenantId, List<LedgerRow>> rows = new LinkedHashMap<>();
    for (Call call : calls) {
      List<LedgerRow> ofTenant =
          rows.computeIfAbsent(call.prepared().tenant(), tenant -> new ArrayList<>());
      for (Candidate candidate : call.prepared().candidates()) {
        if (isRecorded(candidate, fresh)) {
          ofTenant.add(candidate.row());
        }
      }
    }
    List<NewBatch> batches = new ArrayList<>();
    rows.forEach((tenant, ofTenant) -> batches.addAll(NewBatch.cut(tenant, ofTenant)));
    return batches;
  }

  /** Whether it is written by this transaction; all that come first are, when all are new. */
  private boolean isRecorded(Candidate candidate, Set<UUID> fresh) {
    return first.get(candidate.identity()) == candidate
        && (fresh == first.keySet() || fresh.contains(candidate.identity()));
  }

  private List<Outcome> outcomes(Call call, Set<UUID> fresh, Map<UUID, Set<UUID>> bodies) {
    List<Outcome> outcomes = new ArrayList<>(call.prepared().outcomes());
    for (Candidate candidate : call.prepared().candidates()) {
      Outcome outcome;
      if (isRecorded(candidate, fresh)) {
        outcome = Outcome.RECORDED;
      } else {
        boolean same =
            fresh.contains(candidate.identity())
                ? first.get(candidate.identity()).body().equals(candidate.body())
                : bodies.getOrDefault(candidate.identity(), Set.of()).contains(candidate.body());
        outcome = same ? Outcome.DUPLICATE : Outcome.CONFLICT;
      }
      outcomes.set(candidate.index(), outcome);
    }
    return outcomes;
  }
}
