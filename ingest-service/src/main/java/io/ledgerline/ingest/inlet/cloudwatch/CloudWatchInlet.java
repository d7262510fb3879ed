package io.ledgerline.ingest.inlet.cloudwatch;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.inlet.s3.LogLine;
import io.ledgerline.ingest.inlet.s3.LogLines;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Records the log events of envelopes. Blocking, as bodies that lie apart may have to be read: for
 * virtual threads.
 */
@ApplicationScoped
class CloudWatchInlet {
  private static final String NAME = "cloudwatch";

  /** What every record of an invocation has; other messages of the group are passed over. */
  private static final String RECORD = "modelId";

  private final LogLines lines;
  private final LedgerWriter ledger;
  private final InletMetrics metrics;

  CloudWatchInlet(LogLines lines, LedgerWriter ledger, InletMetrics metrics) {
    this.lines = lines;
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /**
   * What came in.
   *
   * @param ids of the log events that are records of invocations
   * @param outcomes one for each
   */
  record Recorded(List<String> ids, List<Outcome> outcomes) {}

  /** Records them all in one transaction. */
  Recorded record(TenantId tenant, List<Envelope> envelopes) {
    List<String> ids = new ArrayList<>();
    List<LogLine> read = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      for (Envelope.LogEvent event : envelope.events()) {
        if (event.message().contains(RECORD)) {
          byte[] message = event.message().getBytes(StandardCharsets.UTF_8);
          ids.add(event.id());
          read.add(lines.read(NAME, message, message.length, read.size() + 1, null));
        }
      }
    }
    List<UsageEvent> events = new ArrayList<>();
    read.stream().filter(line -> line.event() != null).forEach(line -> events.add(line.event()));
    Iterator<Outcome> recorded =
        events.isEmpty()
            ? List.<Outcome>of().iterator()
            : ledger.record(tenant, events).await().indefinitely().iterator();
    List<Outcome> outcomes = new ArrayList<>();
    for (LogLine line : read) {
      outcomes.add(line.event() == null ? Outcome.rejected(line.fault()) : recorded.next());
    }
    metrics.events(NAME, outcomes);
    return new Recorded(ids, outcomes);
  }
}
