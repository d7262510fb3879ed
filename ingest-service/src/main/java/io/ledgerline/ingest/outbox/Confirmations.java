package io.ledgerline.ingest.outbox;

import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.UnreadableMessageException;
import io.ledgerline.platform.schema.SchemaMigration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes report-service's receipts. Idempotent: a receipt that comes twice changes nothing. A
 * database that is away is waited for; an unreadable receipt goes to the dead letters alone.
 */
@ApplicationScoped
class Confirmations {
  private static final Logger LOG = Logger.getLogger(Confirmations.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BatchState state;
  private final MessageCodec codec;
  private final DeadLetters deadLetters;
  private final SchemaMigration schema;

  Confirmations(
      BatchState state, MessageCodec codec, DeadLetters deadLetters, SchemaMigration schema) {
    this.state = state;
    this.codec = codec;
    this.deadLetters = deadLetters;
    this.schema = schema;
  }

  @Incoming("usage-applied-in")
  Uni<Void> apply(ConsumerRecords<String, byte[]> records) {
    return schema
        .ready()
        .chain(() -> note(records))
        .onFailure()
        .invoke(e -> LOG.warnf("Receipts wait to be noted: %s", e.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private Uni<Void> note(ConsumerRecords<String, byte[]> records) {
    List<BatchState.Receipt> applied = new ArrayList<>();
    List<BatchState.Receipt> deadLettered = new ArrayList<>();
    List<Uni<Void>> poison = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        UsageApplied message = codec.decode(record.value(), UsageApplied.class);
        (message.outcome() == UsageApplied.Outcome.APPLIED ? applied : deadLettered)
            .add(new BatchState.Receipt(message.batchId(), message.at().atOffset(ZoneOffset.UTC)));
      } catch (UnreadableMessageException e) {
        poison.add(deadLetters.send(record, e));
      }
    }
    Uni<Void> noted = state.confirmed(applied).chain(() -> state.deadLettered(deadLettered));
    return poison.isEmpty()
        ? noted
        : noted.chain(() -> Uni.join().all(poison).andFailFast()).replaceWithVoid();
  }
}
