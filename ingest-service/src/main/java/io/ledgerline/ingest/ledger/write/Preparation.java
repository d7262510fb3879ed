package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.ingest.ledger.intern.DimensionSets;
import io.ledgerline.ingest.ledger.intern.Principals;
import io.ledgerline.ingest.ledger.intern.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes candidates of events: checks their times, interns their words, makes their digests. */
@ApplicationScoped
public class Preparation {
  private final Sources sources;
  private final Principals principals;
  private final DimensionSets dimensionSets;
  private final Clock clock;
  private final LedgerConfig config;

  Preparation(
      Sources sources,
      Principals principals,
      DimensionSets dimensionSets,
      Clock clock,
      LedgerConfig config) {
    this.sources = sources;
    this.principals = principals;
    this.dimensionSets = dimensionSets;
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
  private record Passed(int index, UsageEvent event, Instant time) {}

  /** The words of a call and what stands for them. */
  private record Words(
      Map<Sources.Key, Integer> sources, Map<Principals.Key, PrincipalId> principals) {}

  /** Why an event that came now would be rejected; empty when it would not. */
  Optional<Outcome> rejection(UsageEvent event) {
    ChargeTimes times = new ChargeTimes(clock.instant(), config.maxAhead());
    return times.rejection(times.of(event));
  }

  /** Makes candidates of events; interns their words, writes nothing else. */
  public Uni<Prepared> prepare(TenantId tenant, List<UsageEvent> events) {
    ChargeTimes times = new ChargeTimes(clock.instant(), config.maxAhead());
    List<Outcome> outcomes = new ArrayList<>(events.size());
    List<Passed> passed = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      Instant time = times.of(events.get(i));
      Optional<Outcome> rejection = times.rejection(time);
      outcomes.add(rejection.orElse(null));
      if (rejection.isEmpty()) {
        passed.add(new Passed(i, events.get(i), time));
      }
    }
    if (passed.isEmpty()) {
      return Uni.createFrom().item(new Prepared(tenant, outcomes, List.of()));
    }
    return words(tenant, passed)
        .chain(words -> candidates(tenant, passed, words))
        .map(candidates -> new Prepared(tenant, outcomes, candidates));
  }

  private Uni<Words> words(TenantId tenant, List<Passed> passed) {
    Set<Sources.Key> sourceKeys = new HashSet<>();
    Set<Principals.Key> principalKeys = new HashSet<>();
    for (Passed p : passed) {
      sourceKeys.add(new Sources.Key(tenant, p.event().identity().source()));
      if (p.event().origin().principal() != null) {
        principalKeys.add(new Principals.Key(tenant, p.event().origin().principal()));
      }
    }
    return sources
        .resolve(sourceKeys)
        .chain(found -> principals.resolve(principalKeys).map(people -> new Words(found, people)));
  }

  private Uni<List<Candidate>> candidates(TenantId tenant, List<Passed> passed, Words words) {
    List<DimensionSets.Key> sets = new ArrayList<>(passed.size());
    for (Passed p : passed) {
      sets.add(
          new DimensionSets.Key(
              tenant,
              words.sources().get(new Sources.Key(tenant, p.event().identity().source())),
              dimensions(p.event(), surrogate(tenant, p.event(), words)),
              QuantityText.meters(p.event().quantities()),
              1));
    }
    return dimensionSets
        .resolve(Set.copyOf(sets))
        .map(
            ids -> {
              CanonicalForm canon = new CanonicalForm();
              List<Candidate> candidates = new ArrayList<>(passed.size());
              for (int i = 0; i < sets.size(); i++) {
                DimensionSets.Key set = sets.get(i);
                candidates.add(
                    new Candidate(
                        passed.get(i).index(),
                        set.sourceId(),
                        row(canon, tenant, passed.get(i), set, ids.get(set))));
              }
              return candidates;
            });
  }

  private static LedgerRow row(
      CanonicalForm canon, TenantId tenant, Passed passed, DimensionSets.Key set, int setId) {
    UsageEvent event = passed.event();
    return new LedgerRow(
        canon.identity(tenant, event.identity()),
        canon.body(event, set.dimensions().principal()),
        event.identity().id(),
        setId,
        new Fact(set.dimensions(), passed.time(), event.quantities()),
        LabelsJson.of(event.tags(), event.attributes()));
  }

  private static PrincipalId surrogate(TenantId tenant, UsageEvent event, Words words) {
    String name = event.origin().principal();
    return name == null ? null : words.principals().get(new Principals.Key(tenant, name));
  }

  private static Dimensions dimensions(UsageEvent event, PrincipalId principal) {
    return new Dimensions(
        event.origin().sourceAccount(),
        principal,
        event.origin().workspace(),
        event.origin().project(),
        event.service().provider(),
        event.service().model(),
        event.service().region(),
        event.service().operation(),
        event.priceClass());
  }
}
