package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import io.ledgerline.ingest.ledger.intern.DimensionSets;
import io.ledgerline.ingest.ledger.intern.Principals;
import io.ledgerline.ingest.ledger.intern.Sources;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kinds of events that were met, and what stands for them. Asks the database only about new
 * ones. Bounded: when full, it begins anew. Thread-safe.
 */
@ApplicationScoped
class Kinds {
  private volatile Memory memory = new Memory(0, new ConcurrentHashMap<>());
  private final Sources sources;
  private final Principals principals;
  private final DimensionSets dimensionSets;
  private final int size;

  Kinds(Sources sources, Principals principals, DimensionSets dimensionSets, LedgerConfig config) {
    this.sources = sources;
    this.principals = principals;
    this.dimensionSets = dimensionSets;
    this.size = config.rememberedWords();
  }

  /** Kinds as of a time between two forgettings of principals. */
  private record Memory(int era, Map<Kind, Known> known) {}

  /** What stands for the kind; null when it has to be resolved first. */
  Known get(Kind kind) {
    return memory().known().get(kind);
  }

  private Memory memory() {
    Memory now = memory;
    int era = principals.era();
    if (now.era() != era) {
      now = new Memory(era, new ConcurrentHashMap<>());
      memory = now;
    }
    return now;
  }

  /**
   * Interns the words of kinds, an event of each given.
   *
   * @return what stands for each of them
   */
  Uni<Map<Kind, Known>> resolve(TenantId tenant, Map<Kind, UsageEvent> kinds) {
    Memory begun = memory();
    Set<Sources.Key> sourceKeys = new HashSet<>();
    Set<Principals.Key> principalKeys = new HashSet<>();
    for (Kind kind : kinds.keySet()) {
      sourceKeys.add(new Sources.Key(tenant, kind.source()));
      if (kind.origin().principal() != null) {
        principalKeys.add(new Principals.Key(tenant, kind.origin().principal()));
      }
    }
    return sources
        .resolve(sourceKeys)
        .chain(
            numbers ->
                principals
                    .resolve(principalKeys)
                    .chain(people -> resolve(tenant, kinds, numbers, people)))
        .invoke(found -> remember(begun.known(), found));
  }

  private Uni<Map<Kind, Known>> resolve(
      TenantId tenant,
      Map<Kind, UsageEvent> kinds,
      Map<Sources.Key, Integer> numbers,
      Map<Principals.Key, PrincipalId> people) {
    Map<Kind, DimensionSets.Key> sets = HashMap.newHashMap(kinds.size());
    for (Kind kind : kinds.keySet()) {
      sets.put(
          kind,
          new DimensionSets.Key(
              tenant,
              numbers.get(new Sources.Key(tenant, kind.source())),
              kind.dimensions(surrogate(kind, people)),
              kind.meters().stream().map(meter -> meter.value()).toList(),
              1));
    }
    return dimensionSets
        .resolve(Set.copyOf(sets.values()))
        .map(
            ids -> {
              CanonicalForm canon = new CanonicalForm();
              Map<Kind, Known> found = HashMap.newHashMap(kinds.size());
              sets.forEach(
                  (kind, set) ->
                      found.put(
                          kind,
                          new Known(
                              set.sourceId(),
                              set.dimensions(),
                              ids.get(set),
                              canon.words(kinds.get(kind), set.dimensions().principal()))));
              return found;
            });
  }

  private static PrincipalId surrogate(Kind kind, Map<Principals.Key, PrincipalId> people) {
    String name = kind.origin().principal();
    return name == null ? null : people.get(new Principals.Key(kind.tenant(), name));
  }

  private void remember(Map<Kind, Known> known, Map<Kind, Known> found) {
    if (known.size() + found.size() > size) {
      known.clear();
    }
    known.putAll(found);
  }
}
