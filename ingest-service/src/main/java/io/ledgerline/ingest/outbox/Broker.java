package io.ledgerline.ingest.outbox;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.platform.messaging.KafkaSender;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Sends batches to {@code usage.recorded} and remembers whether the broker took the last one. */
@ApplicationScoped
class Broker {
  private static final Logger LOG = Logger.getLogger(Broker.class);

  private final KafkaSender kafka;
  private final MessageCodec codec = UsageBatchSerializer.codec();
  private volatile String trouble = "";

  Broker(KafkaSender kafka) {
    this.kafka = kafka;
  }

  /** Completes when the broker has the batch. */
  Uni<Void> send(UsageBatch batch) {
    return Uni.createFrom()
        .deferred(
            () ->
                kafka.send(
                    new OutgoingRecord(
                        Topics.USAGE_RECORDED, batch.batchId().toString(), codec.encode(batch))))
        .invoke(this::taken)
        .onFailure()
        .invoke(this::refused);
  }

  /** Why the broker did not take the last batch; empty when it did. */
  String trouble() {
    return trouble;
  }

  private void taken() {
    if (!trouble.isEmpty()) {
      LOG.info("The broker takes batches again");
      trouble = "";
    }
  }

  private void refused(Throwable failure) {
    if (trouble.isEmpty()) {
      LOG.warnf("The broker does not take batches; they wait in the ledger: %s", failure);
    }
    trouble = String.valueOf(failure.getMessage());
  }
}
