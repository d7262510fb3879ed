package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LabelsJson;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes candidates of events: checks their times, interns their words, makes their digests. On the
 * calling thread, and without waiting when nothing in the events is new.
 */
@ApplicationScoped
public class Preparation {
  private final Kinds kinds;
  private final Clock clock;
  private final LedgerConfig config;

  Preparation(Kinds kinds, Clock clock, LedgerConfig config) {
    this.kinds = kinds;
    this.clock = clock;
    this.config = config;
  }

  /**
   * What a call brought.
   *
   * @param tenant whose events they are
   * @param outcomes one per event: a rejection where there is one already, else null
   * @param candidates the others, in the order of the call
   */
  public record Prepared(TenantId tenant, List<Outcome> outcomes, List<Candidate> candidates) {}

  /** An event that passed, before its words are interned. */
  private record Passed(int index, UsageEvent event, Instant time, Kind kind) {}

  /** Why an event that came now would be rejected; empty when it would not. */
  Optional<Outcome> rejection(UsageEvent event) {
    ChargeTimes times = times();
    return times.rejection(times.of(event));
  }

  /** Makes candidates of events; interns their words, writes nothing else. */
  public Uni<Prepared> prepare(TenantId tenant, List<UsageEvent> events) {
    ChargeTimes times = times();
    List<Outcome> outcomes = new ArrayList<>(events.size());
    List<Passed> passed = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      UsageEvent event = events.get(i);
      Instant time = times.of(event);
      Outcome rejection = times.rejection(time).orElse(null);
      outcomes.add(rejection);
      if (rejection == null) {
        passed.add(new Passed(i, event, time, Kind.of(tenant, event)));
      }
    }
    return known(tenant, passed)
        .map(known -> new Prepared(tenant, outcomes, candidates(tenant, passed, known)));
  }

  private ChargeTimes times() {
    return new ChargeTimes(clock.instant(), config.maxAhead());
  }

  /** What stands for each event's kind, in the order given. */
  private Uni<List<Known>> known(TenantId tenant, List<Passed> passed) {
    List<Known> known = new ArrayList<>(passed.size());
    Map<Kind, UsageEvent> unknown = new HashMap<>();
    for (Passed p : passed) {
      Known found = kinds.get(p.kind());
      known.add(found);
      if (found == null) {
        unknown.putIfAbsent(p.kind(), p.event());
      }
    }
    return unknown.isEmpty()
        ? Uni.createFrom().item(known)
        : kinds
            .resolve(tenant, unknown)
            .map(
                resolved -> {
                  for (int i = 0; i < passed.size(); i++) {
                    if (known.get(i) == null) {
                      known.set(i, resolved.get(passed.get(i).kind()));
                    }
                  }
                  return known;
                });
  }

  private static List<Candidate> candidates(
      TenantId tenant, List<Passed> passed, List<Known> known) {
    CanonicalForm canon = new CanonicalForm();
    List<Candidate> candidates = new ArrayList<>(passed.size());
    for (int i = 0; i < passed.size(); i++) {
      Passed p = passed.get(i);
      candidates.add(
          new Candidate(p.index(), known.get(i).sourceId(), row(canon, tenant, p, known.get(i))));
    }
    return candidates;
  }

  private static LedgerRow row(CanonicalForm canon, TenantId tenant, Passed passed, Known known) {
    UsageEvent event = passed.event();
    return new LedgerRow(
        canon.identity(tenant, event.identity()),
        canon.bodyOfWords(event, known.words()),
        event.identity().id(),
        known.dimensionSetId(),
        new Fact(
            known.dimensions(),
            passed.time(),
            event.quantities(),
            1,
            event.tags(),
            SampledResource.of(event.identity().source().value(), event.attributes())),
        LabelsJson.of(event.tags(), event.attributes()));
  }
}
