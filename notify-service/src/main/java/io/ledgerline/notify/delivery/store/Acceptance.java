package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.notify.delivery.core.Progress;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes completed reports in: one delivery for each target, however often one is announced. */
@ApplicationScoped
public class Acceptance {
  private static final String REPORT =
      "INSERT INTO completed_report (run_id, tenant, kind, message, traceparent, received_at)"
          + " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (run_id) DO NOTHING";
  private static final String DELIVERY =
      "INSERT INTO delivery (id, run_id, tenant, kind, channel, address, target, state, attempts,"
          + " round, revision, due_at, created_at, updated_at, scope)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9, $10, $10, $10, $11)"
          + " ON CONFLICT (id) DO NOTHING";

  private final Pool database;
  private final Outbox outbox;
  private final MessageCodec codec;
  private final StoredJson json;
  private final Clock clock;

  Acceptance(Pool database, Outbox outbox, MessageCodec codec, StoredJson json, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.codec = codec;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Commits the report's deliveries that are new.
   *
   * @param traceparent the trace the announcement belongs to; empty for none
   * @return how many were new; 0 for a repeat
   */
  public Uni<Integer> accept(ReportCompleted report, String traceparent) {
    if (report.deliveries().isEmpty()) {
      return Uni.createFrom().item(0);
    }
    Instant now = Times.now(clock);
    return database.withTransaction(
        transaction ->
            transaction
                .preparedQuery(REPORT)
                .execute(
                    Tuple.of(
                        report.runId(),
                        report.tenant().value(),
                        report.kind(),
                        json.write(report),
                        traceparent,
                        Times.utc(now)))
                .chain(() -> acceptTargets(transaction, report, now)));
  }

  private Uni<Integer> acceptTargets(
      SqlConnection transaction, ReportCompleted report, Instant now) {
    return Multi.createFrom()
        .iterable(report.deliveries())
        .onItem()
        .transformToUniAndConcatenate(target -> acceptTarget(transaction, report, target, now))
        .collect()
        .with(Collectors.summingInt(Integer::intValue));
  }

  private Uni<Integer> acceptTarget(
      SqlConnection transaction, ReportCompleted report, DeliveryTarget target, Instant now) {
    UUID id = DeliveryIds.of(report.runId(), target);
    Progress accepted = Progress.accepted(now);
    DeliveryChange change =
        new DeliveryChange(
            id,
            report.runId(),
            report.tenant(),
            target.channel(),
            target.address(),
            accepted,
            null,
            now);
    return transaction
        .preparedQuery(DELIVERY)
        .execute(
            Tuple.tuple()
                .addUUID(id)
                .addUUID(report.runId())
                .addString(report.tenant().value())
                .addString(report.kind())
                .addString(target.channel())
                .addString(target.address())
                .addString(json.write(target))
                .addString(accepted.state().name())
                .addLong(accepted.revision())
                .addOffsetDateTime(Times.utc(now))
                .addString(report.scope() == null ? null : report.scope().canonical()))
        .chain(
            inserted ->
                inserted.rowCount() == 0
                    ? Uni.createFrom().item(0)
                    : outbox.add(transaction, change.message(codec)).replaceWith(1));
  }
}
