package io.ledgerline.ingest.inlet.cloudwatch;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.inlet.quarantine.Quarantine;
import io.ledgerline.ingest.inlet.quarantine.RefusedDelivery;
import io.ledgerline.ingest.inlet.s3.LogLine;
import io.ledgerline.ingest.inlet.s3.LogLines;
import io.ledgerline.ingest.ledger.Afterwards;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.objectstore.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Records the log events of envelopes. Blocking, as bodies that lie apart may have to be read: for
 * virtual threads.
 */
@ApplicationScoped
class CloudWatchInlet {
  private static final String NAME = "cloudwatch";
  private static final String FIREHOSE = "firehose";

  /** What every record of an invocation has; other messages of the group are passed over. */
  private static final String RECORD = "modelId";

  private final LogLines lines;
  private final LedgerWriter ledger;
  private final Quarantine quarantine;
  private final InletMetrics metrics;

  CloudWatchInlet(
      LogLines lines, LedgerWriter ledger, Quarantine quarantine, InletMetrics metrics) {
    this.lines = lines;
    this.ledger = ledger;
    this.quarantine = quarantine;
    this.metrics = metrics;
  }

  /**
   * What came in.
   *
   * @param ids of the log events that are records of invocations
   * @param outcomes one for each
   */
  record Recorded(List<String> ids, List<Outcome> outcomes) {}

  /**
   * A record of an invocation, and where it was said.
   *
   * @param group the log group; null when there was no envelope
   * @param name log stream and id of the log event; null likewise
   * @param id of the log event
   * @param line what it means
   */
  private record Read(String group, String name, String id, LogLine line) {}

  /** Records them all in one transaction; the caller is told what was refused. */
  Recorded record(TenantId tenant, List<Envelope> envelopes) {
    List<Read> read = read(envelopes);
    return recorded(read, record(tenant, read, Afterwards.NOTHING));
  }

  /**
   * Records them all in one transaction, and with them what was refused: nobody listens.
   *
   * @param requestId of the delivery
   * @param broken what could not be read at all
   */
  Recorded deliver(
      TenantId tenant, String requestId, List<Envelope> envelopes, List<RefusedDelivery> broken) {
    List<Read> read = read(envelopes);
    List<Outcome> ofEvents =
        record(
            tenant,
            read,
            (transaction, outcomes) -> {
              List<RefusedDelivery> refused = new ArrayList<>(broken);
              List<String> accepted = new ArrayList<>();
              List<Outcome> all = outcomes(read, outcomes);
              for (int i = 0; i < read.size(); i++) {
                Reason reason = all.get(i).reason();
                if (reason == null) {
                  accepted.add(read.get(i).line().digest());
                } else {
                  refused.add(refused(requestId, read.get(i), reason));
                }
              }
              quarantine.delivered(transaction, tenant, FIREHOSE, refused, accepted);
            });
    return recorded(read, ofEvents);
  }

  private static RefusedDelivery refused(String requestId, Read read, Reason reason) {
    return new RefusedDelivery(
        read.group(),
        read.name() == null ? requestId : read.name(),
        read.line().number(),
        read.line().digest(),
        reason);
  }

  private List<Read> read(List<Envelope> envelopes) {
    List<Read> read = new ArrayList<>();
    for (Envelope envelope : envelopes) {
      for (Envelope.LogEvent event : envelope.events()) {
        if (event.message().contains(RECORD)) {
          byte[] message = event.message().getBytes(StandardCharsets.UTF_8);
          read.add(
              new Read(
                  envelope.group(),
                  event.id() == null ? null : envelope.stream() + " " + event.id(),
                  event.id(),
                  lines.read(NAME, message, message.length, read.size() + 1, Sha256.of(message))));
        }
      }
    }
    return read;
  }

  private List<Outcome> record(TenantId tenant, List<Read> read, Afterwards afterwards) {
    List<UsageEvent> events =
        read.stream().map(one -> one.line().event()).filter(Objects::nonNull).toList();
    return events.isEmpty() && afterwards == Afterwards.NOTHING
        ? List.of()
        : ledger.record(tenant, events, afterwards).await().indefinitely();
  }

  private Recorded recorded(List<Read> read, List<Outcome> ofEvents) {
    List<Outcome> outcomes = outcomes(read, ofEvents);
    metrics.events(NAME, outcomes);
    List<String> ids = new ArrayList<>();
    read.forEach(one -> ids.add(one.id()));
    return new Recorded(ids, outcomes);
  }

  /** The outcome of each record, given those of the events. */
  private static List<Outcome> outcomes(List<Read> read, List<Outcome> ofEvents) {
    Iterator<Outcome> recorded = ofEvents.iterator();
    List<Outcome> outcomes = new ArrayList<>();
    for (Read one : read) {
      LogLine line = one.line();
      outcomes.add(line.event() == null ? Outcome.rejected(line.fault()) : recorded.next());
    }
    return outcomes;
  }
}
