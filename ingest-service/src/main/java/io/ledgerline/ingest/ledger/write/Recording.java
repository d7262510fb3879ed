package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.batch.CommittedBatch;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.batch.NewBatch;
import io.ledgerline.ingest.ledger.partition.Horizon;
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

  private final Horizon horizon;

  /** The first candidate of each identity that is in time; only it can be recorded. */
  private final Map<UUID, Candidate> first = new LinkedHashMap<>();

  /** Identities of which all that came lies before the horizon. */
  private final Set<UUID> late = new HashSet<>();

  /** Whether every candidate is the first of its identity and in time, as nearly always. */
  private boolean distinct;

  Recording(List<Call> calls, Duration relayAfter, Horizon horizon) {
    this.calls = calls;
    this.relayAfter = relayAfter;
    this.horizon = horizon;
  }

  /**
   * Runs it.
   *
   * @param hopeful whether to take it that no event is known; it fails with {@link
   *     KeyTable#UNIQUE_VIOLATION} when one is
   */
  Done run(Connection connection, boolean hopeful) throws SQLException {
    choose();
    Set<UUID> fresh = Set.of();
    if (!first.isEmpty() && hopeful) {
      KeyTable.copy(connection, first.values());
      fresh = first.keySet();
    } else if (!first.isEmpty()) {
      fresh = KeyTable.claim(connection, first.values());
    }
    Set<UUID> unsure = new HashSet<>(late);
    if (fresh.size() < first.size()) {
      unsure.addAll(first.keySet());
      unsure.removeAll(fresh);
    }
    Map<UUID, Set<UUID>> bodies = unsure.isEmpty() ? Map.of() : KeyTable.bodies(connection, unsure);
    List<CommittedBatch> batches = BatchTable.write(connection, batches(fresh), relayAfter);
    List<List<Outcome>> outcomes = new ArrayList<>(calls.size());
    for (Call call : calls) {
      List<Outcome> ofCall = outcomes(call, fresh, bodies);
      call.afterwards().in(connection, ofCall);
      outcomes.add(ofCall);
    }
    return new Done(outcomes, batches, fresh.size() < first.size());
  }

  /** Anew for each attempt: the horizon may have moved on. */
  private void choose() {
    first.clear();
    late.clear();
    int candidates = 0;
    for (Call call : calls) {
      candidates += call.events();
      for (Candidate candidate : call.prepared().candidates()) {
        if (horizon.isClosed(candidate.time())) {
          late.add(candidate.identity());
        } else {
          first.putIfAbsent(candidate.identity(), candidate);
        }
      }
    }
    late.removeAll(first.keySet());
    distinct = first.size() == candidates;
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
    boolean comesFirst = distinct || first.get(candidate.identity()) == candidate;
    return comesFirst && (fresh == first.keySet() || fresh.contains(candidate.identity()));
  }

  private List<Outcome> outcomes(Call call, Set<UUID> fresh, Map<UUID, Set<UUID>> bodies) {
    List<Outcome> outcomes = new ArrayList<>(call.prepared().outcomes());
    for (Candidate candidate : call.prepared().candidates()) {
      outcomes.set(candidate.index(), outcome(candidate, fresh, bodies));
    }
    return outcomes;
  }

  /** What is known already is known, however late it comes again; only then the horizon counts. */
  private Outcome outcome(Candidate candidate, Set<UUID> fresh, Map<UUID, Set<UUID>> bodies) {
    if (isRecorded(candidate, fresh)) {
      return Outcome.RECORDED;
    }
    Set<UUID> known =
        fresh.contains(candidate.identity())
            ? Set.of(first.get(candidate.identity()).body())
            : bodies.getOrDefault(candidate.identity(), Set.of());
    if (known.isEmpty() && late.contains(candidate.identity())) {
      return Outcome.rejected(horizon.reason());
    }
    return known.contains(candidate.body()) ? Outcome.DUPLICATE : Outcome.CONFLICT;
  }
}
