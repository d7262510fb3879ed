package io.ledgerline.ingest.inlet;

import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Counts what came in, by inlet. */
@ApplicationScoped
public class InletMetrics {
  private final MeterRegistry registry;

  InletMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts events by outcome: {@code ledgerline_events_total{inlet,outcome}}. */
  public void events(String inlet, List<Outcome> outcomes) {
    OutcomeCounts counts = OutcomeCounts.of(outcomes);
    for (Outcome.Status status : Outcome.Status.values()) {
      if (counts.of(status) > 0) {
        registry
            .counter(
                "ledgerline.events",
                "inlet",
                inlet,
                "outcome",
                status.name().toLowerCase(Locale.ROOT))
            .increment(counts.of(status));
      }
    }
  }

  /** Counts fields that were ignored: {@code ledgerline_unknown_fields_total{inlet}}. */
  public void unknownFields(String inlet, long count) {
    if (count > 0) {
      registry.counter("ledgerline.unknown.fields", "inlet", inlet).increment(count);
    }
  }
}
