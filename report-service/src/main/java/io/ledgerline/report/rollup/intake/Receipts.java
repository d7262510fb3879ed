package io.ledgerline.report.rollup.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.platform.messaging.KafkaSender;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.report.rollup.BatchTally;
import io.ledgerline.report.rollup.store.Applied;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Tells ingest-service what became of its batches. A batch that is sent again is answered again, so
 * a receipt that was lost on the way does no harm.
 */
@ApplicationScoped
class Receipts {
  private static final Logger LOG = Logger.getLogger(Receipts.class);
  private static final JsonFactory JSON = new JsonFactory();

  private final KafkaSender kafka;
  private final MessageCodec codec;
  private final Clock clock;

  Receipts(KafkaSender kafka, MessageCodec codec, Clock clock) {
    this.kafka = kafka;
    this.codec = codec;
    this.clock = clock;
  }

  /** The batches are in the rollups since the times given. */
  Uni<Void> applied(Collection<BatchTally> batches, Map<UUID, Applied> applied) {
    List<Uni<Void>> sends =
        batches.stream()
            .map(
                batch ->
                    send(
                        new UsageApplied(
                            batch.batchId(),
                            batch.tenant(),
                            UsageApplied.Outcome.APPLIED,
                            applied.get(batch.batchId()).at())))
            .toList();
    return sends.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(sends).andFailFast().replaceWithVoid();
  }

  /**
   * A record was put aside; ingest-service is told when the record at least says which batch it
   * was.
   */
  Uni<Void> deadLettered(byte[] payload) {
    return identityOf(payload)
        .map(
            id ->
                send(
                    new UsageApplied(
                        id.batchId(),
                        id.tenant(),
                        UsageApplied.Outcome.DEAD_LETTERED,
                        clock.instant())))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Void> send(UsageApplied receipt) {
    return kafka.send(
        new OutgoingRecord(
            Topics.USAGE_APPLIED, receipt.batchId().toString(), codec.encode(receipt)));
  }

  private record Identity(UUID batchId, TenantId tenant) {}

  /** Reads no further than it must: what comes behind may be what is broken. */
  private static Optional<Identity> identityOf(byte[] payload) {
    if (payload == null) {
      return Optional.empty();
    }
    UUID batchId = null;
    TenantId tenant = null;
    try (JsonParser message = JSON.createParser(payload)) {
      message.nextToken();
      for (String name = message.nextFieldName();
          name != null && (batchId == null || tenant == null);
          name = message.nextFieldName()) {
        message.nextToken();
        switch (name) {
          case "batchId" -> batchId = UUID.fromString(message.getText());
          case "tenant" -> tenant = new TenantId(message.getText());
          default -> message.skipChildren();
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.debugf("A dead letter does not say which batch it is: %s", e);
    }
    return batchId == null || tenant == null
        ? Optional.empty()
        : Optional.of(new Identity(batchId, tenant));
  }
}
