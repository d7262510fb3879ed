package io.ledgerline.platform.access.replica;

import io.ledgerline.contracts.message.AccessUsed;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.access.KeyUseSink;
import io.ledgerline.platform.messaging.KafkaSender;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** Tells report-service when keys were used here last. No outbox: a loss costs a later time. */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class SentKeyUses implements KeyUseSink {
  private final KafkaSender kafka;
  private final MessageCodec codec;

  SentKeyUses(KafkaSender kafka, MessageCodec codec) {
    this.kafka = kafka;
    this.codec = codec;
  }

  @Override
  public Uni<Void> keep(Map<String, Instant> lastUsed) {
    return kafka.send(
        new OutgoingRecord(Topics.ACCESS_USED, null, codec.encode(new AccessUsed(lastUsed))));
  }
}
