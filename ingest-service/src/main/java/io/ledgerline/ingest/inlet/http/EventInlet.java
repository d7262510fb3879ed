package io.ledgerline.ingest.inlet.http;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Records what a call brought and joins the ledger's outcomes with the faults found before. */
@ApplicationScoped
class EventInlet {
  private static final String NAME = "http";

  private final LedgerWriter ledger;
  private final InletMetrics metrics;
  private final String name;

  @Inject
  EventInlet(LedgerWriter ledger, InletMetrics metrics) {
    this(ledger, metrics, NAME);
  }

  private EventInlet(LedgerWriter ledger, InletMetrics metrics, String name) {
    this.ledger = ledger;
    this.metrics = metrics;
    this.name = name;
  }

  /** The same, counted under another name. */
  EventInlet of(String inlet) {
    return new EventInlet(ledger, metrics, inlet);
  }

  /** One outcome per event, in the order sent. */
  Uni<List<Outcome>> record(TenantId tenant, ParsedCall call) {
    return record(tenant, call, Afterwards.NOTHING);
  }

  /**
   * Likewise, with further work in the same transaction.
   *
   * @param afterwards is given the outcomes of all events of the call
   */
  Uni<List<Outcome>> record(TenantId tenant, ParsedCall call, Afterwards afterwards) {
    metrics.unknownFields(name, call.unknownFields());
    List<UsageEvent> events = new ArrayList<>(call.events().size());
    for (ParsedEvent parsed : call.events()) {
      if (parsed.event() != null) {
        events.add(parsed.event());
      }
    }
    Uni<List<Outcome>> recorded =
        events.isEmpty() && afterwards == Afterwards.NOTHING
            ? Uni.createFrom().item(List.of())
            : ledger.record(tenant, events, all(call.events(), afterwards));
    return recorded
        .map(outcomes -> joined(call.events(), outcomes))
        .invoke(outcomes -> metrics.events(name, outcomes));
  }

  /** For each event why it would be rejected, null when it would not; records nothing. */
  List<Reason> faults(ParsedCall call) {
    List<Reason> faults = new ArrayList<>(call.events().size());
    for (ParsedEvent parsed : call.events()) {
      faults.add(
          parsed.event() == null ? parsed.fault() : ledger.fault(parsed.event()).orElse(null));
    }
    return faults;
  }

  private static Afterwards all(List<ParsedEvent> events, Afterwards afterwards) {
    return afterwards == Afterwards.NOTHING
        ? afterwards
        : (connection, outcomes) -> afterwards.in(connection, joined(events, outcomes));
  }

  private static List<Outcome> joined(List<ParsedEvent> events, List<Outcome> outcomes) {
    Iterator<Outcome> recorded = outcomes.iterator();
    List<Outcome> all = new ArrayList<>(events.size());
    for (ParsedEvent parsed : events) {
      all.add(parsed.event() == null ? Outcome.rejected(parsed.fault()) : recorded.next());
    }
    return all;
  }
}
