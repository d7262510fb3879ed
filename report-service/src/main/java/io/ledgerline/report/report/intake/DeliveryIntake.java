package io.ledgerline.report.report.intake;

import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.platform.messaging.RecordIntake;
import io.ledgerline.report.report.store.DeliveryStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Follows {@code delivery.updated}. Records may come late or twice, the highest revision counts.
 */
@ApplicationScoped
public class DeliveryIntake {
  private final RecordIntake intake;
  private final DeliveryStore deliveries;

  DeliveryIntake(RecordIntake intake, DeliveryStore deliveries) {
    this.intake = intake;
    this.deliveries = deliveries;
  }

  /** Takes a poll; completes when all of it is kept. */
  @Incoming("delivery-updated")
  Uni<Void> take(ConsumerRecords<String, byte[]> poll) {
    return intake.take(poll, DeliveryUpdated.class, (update, record) -> deliveries.keep(update));
  }
}
