package io.ledgerline.notify.delivery.intake;

import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.artifact.Words;
import io.ledgerline.notify.delivery.store.Acceptance;
import io.ledgerline.notify.delivery.work.DeliveryWorker;
import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.UnreadableMessageException;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.ledgerline.platform.problem.DependencyFailures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * One record of {@code report.completed}: into the database, or alone into the dead letters when it
 * can never get there. A database or broker that is away is waited for.
 */
@ApplicationScoped
public class ReportIntake {
  private static final Logger LOG = Logger.getLogger(ReportIntake.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** A failure that is no outage gets this many further tries before the record is put aside. */
  private static final int RETRIES = 3;

  private final MessageCodec codec;
  private final Acceptance acceptance;
  private final DeadLetters deadLetters;
  private final Outbox outbox;
  private final DeliveryWorker worker;
  private final AtomicBoolean waiting = new AtomicBoolean();

  ReportIntake(
      MessageCodec codec,
      Acceptance acceptance,
      DeadLetters deadLetters,
      Outbox outbox,
      DeliveryWorker worker) {
    this.codec = codec;
    this.acceptance = acceptance;
    this.deadLetters = deadLetters;
    this.outbox = outbox;
    this.worker = worker;
  }

  /** Completes when the record needs no further care; never fails. */
  Uni<Void> take(ConsumerRecord<String, byte[]> record) {
    return Uni.createFrom()
        .deferred(() -> accept(record))
        .onFailure(failure -> !isPoison(failure) && !DependencyFailures.isAway(failure))
        .retry()
        .withBackOff(FIRST_PAUSE)
        .atMost(RETRIES)
        .onFailure(failure -> !DependencyFailures.isAway(failure))
        .recoverWithUni(cause -> deadLetters.send(record, cause))
        .onFailure()
        .invoke(this::noteWaiting)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely();
  }

  private void noteWaiting(Throwable failure) {
    if (waiting.compareAndSet(false, true)) {
      LOG.warnf("Completed reports wait to be taken in: %s", Words.of(failure));
    }
  }

  private Uni<Void> accept(ConsumerRecord<String, byte[]> record) {
    ReportCompleted report = codec.decode(record.value(), ReportCompleted.class);
    return acceptance
        .accept(report, traceOf(record))
        .invoke(added -> tell(report, added))
        .replaceWithVoid();
  }

  private void tell(ReportCompleted report, int added) {
    if (waiting.compareAndSet(true, false)) {
      LOG.info("Completed reports are taken in again");
    }
    LOG.debugf("Run %s of %s: %d new deliveries", report.runId(), report.tenant(), added);
    if (added > 0) {
      outbox.wake();
      worker.wake();
    }
  }

  private static boolean isPoison(Throwable failure) {
    return failure instanceof UnreadableMessageException;
  }

  private static String traceOf(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader("traceparent");
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
