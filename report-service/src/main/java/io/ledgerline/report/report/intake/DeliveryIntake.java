package io.ledgerline.report.report.intake;

import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.UnreadableMessageException;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.report.store.DeliveryStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Follows {@code delivery.updated}. Records may come late or twice, the highest revision counts;
 * what is away is waited for, an unreadable record goes to the dead letters alone.
 */
@ApplicationScoped
public class DeliveryIntake {
  private static final Logger LOG = Logger.getLogger(DeliveryIntake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final SchemaMigration schema;
  private final MessageCodec codec;
  private final DeliveryStore deliveries;
  private final DeadLetters deadLetters;

  DeliveryIntake(
      SchemaMigration schema,
      MessageCodec codec,
      DeliveryStore deliveries,
      DeadLetters deadLetters) {
    this.schema = schema;
    this.codec = codec;
    this.deliveries = deliveries;
    this.deadLetters = deadLetters;
  }

  /** Takes a poll; completes when all of it is kept. */
  @Incoming("delivery-updated")
  Uni<Void> take(ConsumerRecords<String, byte[]> records) {
    return schema
        .ready()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(records)
                    .onItem()
                    .transformToUniAndConcatenate(this::takeUntilDone)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> takeUntilDone(ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .deferred(() -> take(record))
        .onFailure()
        .invoke(e -> LOG.warnf("A delivery's change waits to be stored: %s", e))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private Uni<Void> take(ConsumerRecord<String, byte[]> record) {
    try {
      return deliveries.keep(codec.decode(record.value(), DeliveryUpdated.class));
    } catch (UnreadableMessageException e) {
      return deadLetters.send(record, e);
    }
  }
}
