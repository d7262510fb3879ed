package io.ledgerline.notify.delivery.intake;

import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.delivery.store.Acceptance;
import io.ledgerline.notify.delivery.work.DeliveryWorker;
import io.ledgerline.platform.messaging.RecordIntake;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Follows {@code report.completed}: a new report makes its deliveries, a repeated one nothing. */
@ApplicationScoped
public class ReportIntake {
  private static final Logger LOG = Logger.getLogger(ReportIntake.class);

  private final RecordIntake intake;
  private final Acceptance acceptance;
  private final Outbox outbox;
  private final DeliveryWorker worker;

  ReportIntake(RecordIntake intake, Acceptance acceptance, Outbox outbox, DeliveryWorker worker) {
    this.intake = intake;
    this.acceptance = acceptance;
    this.outbox = outbox;
    this.worker = worker;
  }

  @Incoming("report-completed-in")
  Uni<Void> take(ConsumerRecords<String, byte[]> poll) {
    return intake.take(poll, ReportCompleted.class, this::accept);
  }

  private Uni<Void> accept(ReportCompleted report, ConsumerRecord<String, byte[]> record) {
    return acceptance
        .accept(report, traceOf(record))
        .invoke(added -> tell(report, added))
        .replaceWithVoid();
  }

  private void tell(ReportCompleted report, int added) {
    LOG.debugf("Run %s of %s: %d new deliveries", report.runId(), report.tenant(), added);
    if (added > 0) {
      outbox.wake();
      worker.wake();
    }
  }

  private static String traceOf(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader("traceparent");
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
