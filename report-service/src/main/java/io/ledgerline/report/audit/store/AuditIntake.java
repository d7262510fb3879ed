package io.ledgerline.report.audit.store;

import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.platform.messaging.RecordIntake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows what was done over the other services' APIs. */
@ApplicationScoped
public class AuditIntake {
  private final RecordIntake intake;
  private final AuditLog log;

  AuditIntake(RecordIntake intake, AuditLog log) {
    this.intake = intake;
    this.log = log;
  }

  @Incoming("audit-recorded-in")
  Uni<Void> apply(ConsumerRecords<String, byte[]> poll) {
    return intake.take(poll, AuditRecorded.class, (event, record) -> log.keep(List.of(event)));
  }
}
