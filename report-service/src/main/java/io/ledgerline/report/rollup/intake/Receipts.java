package io.ledgerline.report.rollup.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.platform.json.JsonSettings;
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

/**
 * Tells ingest-service what became of its batches. A batch that is sent again is answered again, so
 * a receipt that was lost on the way does no harm.
 */
@ApplicationScoped
class Receipts {
  private static final ObjectMapper JSON = JsonSettings.newMapper();

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

  private static Optional<Identity> identityOf(byte[] payload) {
    if (payload == null) {
      return Optional.empty();
    }
    try {
      JsonNode message = JSON.readTree(payload);
      return Optional.of(
          new Identity(
              UUID.fromString(message.path("batchId").asText()),
              new TenantId(message.path("tenant").asText())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
