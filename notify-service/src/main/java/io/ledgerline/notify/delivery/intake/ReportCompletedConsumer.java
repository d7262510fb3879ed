package io.ledgerline.notify.delivery.intake;

import io.ledgerline.platform.schema.SchemaMigration;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes {@code report.completed} in. The offsets of a poll are committed after all its records are
 * in the database or in the dead letters; a repeat of any of them has no effect.
 */
@ApplicationScoped
public class ReportCompletedConsumer {
  private final ReportIntake intake;
  private final SchemaMigration schema;

  ReportCompletedConsumer(ReportIntake intake, SchemaMigration schema) {
    this.intake = intake;
    this.schema = schema;
  }

  @Incoming("report-completed-in")
  Uni<Void> take(ConsumerRecords<String, byte[]> records) {
    return schema
        .ready()
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(records)
                    .onItem()
                    .transformToUniAndConcatenate(intake::take)
                    .collect()
                    .last());
  }
}
