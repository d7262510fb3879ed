package io.ledgerline.notify.delivery.store;

import io.ledgerline.notify.channel.Receipt;
import io.ledgerline.notify.delivery.core.AttemptResult;
import io.ledgerline.notify.delivery.core.Progress;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Writes down how an attempt ended: delivery, attempt and message in one transaction. */
@ApplicationScoped
public class Settlement {
  private static final String DELIVERY =
      "UPDATE delivery SET state = $3, revision = $4, due_at = $5, lease_until = NULL, detail = $6,"
          + " receipt = COALESCE($7, receipt), updated_at = $8"
          + " WHERE id = $1 AND fence = $2 AND due_at IS NOT NULL";
  private static final String ATTEMPT =
      "UPDATE delivery_attempt SET finished_at = $3, outcome = $4, detail = $5"
          + " WHERE delivery_id = $1 AND number = $2";

  private final Pool database;
  private final Outbox outbox;
  private final MessageCodec codec;
  private final StoredJson json;
  private final Clock clock;

  Settlement(Pool database, Outbox outbox, MessageCodec codec, StoredJson json, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.codec = codec;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Commits the outcome of a claim.
   *
   * @param receipt null unless delivered
   * @return false when another replica has taken over meanwhile; nothing is written then
   */
  public Uni<Boolean> settle(Claim claim, AttemptResult result, Progress after, Receipt receipt) {
    Instant now = Times.now(clock);
    return database
        .withTransaction(
            transaction ->
                move(transaction, claim, after, result.detail(), receipt, now)
                    .chain(
                        moved ->
                            moved
                                ? note(transaction, claim, result, after, now).replaceWith(true)
                                : Uni.createFrom().item(false)))
        .invoke(outbox::wake);
  }

  private Uni<Boolean> move(
      SqlConnection transaction,
      Claim claim,
      Progress after,
      String detail,
      Receipt receipt,
      Instant now) {
    return transaction
        .preparedQuery(DELIVERY)
        .execute(
            Tuple.tuple()
                .addUUID(claim.shipment().deliveryId())
                .addLong(claim.fence())
                .addString(after.state().name())
                .addLong(after.revision())
                .addOffsetDateTime(Times.utc(after.dueAt()))
                .addString(detail)
                .addString(json.write(receipt))
                .addOffsetDateTime(Times.utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  private Uni<Void> note(
      SqlConnection transaction, Claim claim, AttemptResult result, Progress after, Instant now) {
    UUID id = claim.shipment().deliveryId();
    DeliveryChange change =
        new DeliveryChange(
            id,
            claim.report().runId(),
            claim.report().tenant(),
            claim.channel(),
            claim.shipment().target().address(),
            after,
            result.detail(),
            now);
    return transaction
        .preparedQuery(ATTEMPT)
        .execute(
            Tuple.of(
                id,
                claim.progress().attempts(),
                Times.utc(now),
                result.outcome().name(),
                result.detail()))
        .chain(() -> outbox.add(transaction, change.message(codec)));
  }
}
