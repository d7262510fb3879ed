package io.ledgerline.platform.audit;

import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sends records to report-service through the outbox: none is lost once it is kept here. */
@ApplicationScoped
@IfBuildProperty(name = "ledgerline.access.replica", stringValue = "true")
public class OutboxAuditSink implements AuditSink {
  private final Pool database;
  private final Outbox outbox;
  private final MessageCodec codec;

  OutboxAuditSink(Pool database, Outbox outbox, MessageCodec codec) {
    this.database = database;
    this.outbox = outbox;
    this.codec = codec;
  }

  @Override
  public Uni<Void> keep(List<AuditRecorded> records) {
    return database
        .withTransaction(transaction -> addAll(transaction, records))
        .invoke(outbox::wake)
        .replaceWithVoid();
  }

  private Uni<Boolean> addAll(SqlConnection transaction, List<AuditRecorded> records) {
    return Multi.createFrom()
        .iterable(records)
        .onItem()
        .transformToUniAndConcatenate(
            event ->
                outbox.add(
                    transaction,
                    new OutgoingRecord(
                        Topics.AUDIT_RECORDED, event.id().toString(), codec.encode(event))))
        .collect()
        .last()
        .replaceWith(true);
  }
}
