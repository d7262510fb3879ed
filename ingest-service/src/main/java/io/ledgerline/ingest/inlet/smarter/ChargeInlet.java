package io.ledgerline.ingest.inlet.smarter;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Records the charges of a call. */
@ApplicationScoped
class ChargeInlet {
  private static final String NAME = "smarter";

  private final LedgerWriter ledger;
  private final InletMetrics metrics;

  ChargeInlet(LedgerWriter ledger, InletMetrics metrics) {
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /** One outcome per charge, in the order sent. */
  Uni<List<Outcome>> record(TenantId tenant, ChargeReader.Call call) {
    metrics.unknownFields(NAME, call.unknownFields());
    List<UsageEvent> events = new ArrayList<>(call.charges().size());
    for (ChargeReader.Read read : call.charges()) {
      if (read.charge() != null) {
        events.add(read.charge().event());
      }
    }
    Uni<List<Outcome>> recorded =
        events.isEmpty() ? Uni.createFrom().item(List.of()) : ledger.record(tenant, events);
    return recorded
        .map(outcomes -> joined(call.charges(), outcomes))
        .invoke(outcomes -> metrics.events(NAME, outcomes));
  }

  private static List<Outcome> joined(List<ChargeReader.Read> charges, List<Outcome> outcomes) {
    Iterator<Outcome> recorded = outcomes.iterator();
    return charges.stream()
        .map(read -> read.charge() == null ? Outcome.rejected(read.fault()) : recorded.next())
        .toList();
  }
}
