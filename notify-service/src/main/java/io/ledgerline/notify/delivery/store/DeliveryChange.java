package io.ledgerline.notify.delivery.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.notify.delivery.core.Progress;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.platform.messaging.OutgoingRecord;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a delivery, as it is told to others in the transaction that makes it.
 *
 * @param deliveryId the delivery
 * @param runId its run
 * @param tenant whose it is
 * @param channel such as {@code email}
 * @param address where it goes, for people
 * @param progress how it stands now
 * @param detail cause or receipt; null for none
 * @param at when
 */
record DeliveryChange(
    UUID deliveryId,
    UUID runId,
    TenantId tenant,
    String channel,
    String address,
    Progress progress,
    String detail,
    Instant at) {
  /** The record for the outbox, keyed by delivery. */
  OutgoingRecord message(MessageCodec codec) {
    DeliveryUpdated update =
        new DeliveryUpdated(
            deliveryId,
            runId,
            tenant,
            channel,
            address,
            progress.state(),
            progress.attempts(),
            at,
            detail,
            progress.revision());
    return new OutgoingRecord(Topics.DELIVERY_UPDATED, deliveryId.toString(), codec.encode(update));
  }
}
