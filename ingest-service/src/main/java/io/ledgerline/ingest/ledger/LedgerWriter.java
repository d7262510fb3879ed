package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The one way into the ledger. Key, ledger row and outbox row of an event are one transaction; the
 * answer is given after its commit and is the truth.
 */
public interface LedgerWriter {
  /**
   * Records events.
   *
   * @param tenant whose usage it is
   * @param events any number, repeats allowed; an empty list only runs {@code afterwards}
   * @param afterwards further work in the same transaction
   * @return one outcome per event, in the order given; fails with {@code DependencyUnavailable}
   *     when the database is away: then the caller cannot know whether the commit happened, and may
   *     repeat the call without harm
   */
  Uni<List<Outcome>> record(TenantId tenant, List<UsageEvent> events, Afterwards afterwards);

  /**
   * What the ledger's rules say of an event, without recording it or looking for its identity.
   *
   * @return why it would be rejected; empty when it would not
   */
  Optional<Reason> fault(UsageEvent event);

  /** Records events and nothing else; see {@link #record(TenantId, List, Afterwards)}. */
  default Uni<List<Outcome>> record(TenantId tenant, List<UsageEvent> events) {
    return record(tenant, events, Afterwards.NOTHING);
  }
}
