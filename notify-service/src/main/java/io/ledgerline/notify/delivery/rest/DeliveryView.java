package io.ledgerline.notify.delivery.rest;

import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.notify.delivery.store.Delivery;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery in a list.
 *
 * @param id its identity
 * @param runId the run it delivers
 * @param kind the report kind
 * @param channel the channel's name
 * @param target where it goes
 * @param state how it stands
 * @param attempts attempts made so far, one under way included
 * @param nextAttemptAt null when none is planned
 * @param detail cause of the last failure, or the receipt in words
 * @param createdAt when it was accepted
 * @param updatedAt when its state last changed
 * @param revision grows with every change of state
 */
@Schema(name = "Delivery", description = "One report on its way to one target.")
public record DeliveryView(
    UUID id,
    UUID runId,
    @Schema(examples = "daily-usage") String kind,
    @Schema(examples = "email") String channel,
    @Schema(examples = "finops@example.org") String target,
    @Schema(examples = "RETRYING") State state,
    @Schema(examples = "2") int attempts,
    Instant nextAttemptAt,
    @Schema(examples = "The mail server answered 451 try again later") String detail,
    Instant createdAt,
    Instant updatedAt,
    @Schema(examples = "3") long revision) {
  /** The view of a delivery at an instant. */
  static DeliveryView of(Delivery delivery, Instant now) {
    return new DeliveryView(
        delivery.id(),
        delivery.runId(),
        delivery.kind(),
        delivery.channel(),
        delivery.address(),
        delivery.state(),
        delivery.attempts(),
        delivery.nextAttemptAt(now),
        delivery.detail(),
        delivery.createdAt(),
        delivery.updatedAt(),
        delivery.revision());
  }
}
